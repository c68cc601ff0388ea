import type { WireError } from './errors';

export const bridgeErrorMark = 'linea-base-error:';

/**
 * An error that keeps its code on the way from the preload to the page: only the message of an Error survives
 * that crossing. `fromBridgeError` is the inverse; it stands apart to keep the preload free of schemas.
 */
export function toBridgeError(error: WireError): Error {
  return new Error(bridgeErrorMark + JSON.stringify(error));
}
