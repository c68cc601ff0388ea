import { bridgeErrorMark } from './bridge-error';
import { AppError, asAppError, WireError } from './errors';

/** The error that `toBridgeError` carried, or `internal` for any other. */
export function fromBridgeError(error: unknown): AppError {
  const message = error instanceof Error ? error.message : '';
  const start = message.indexOf(bridgeErrorMark);
  if (start < 0) return asAppError(error);
  try {
    const { code, details } = WireError.parse(JSON.parse(message.slice(start + bridgeErrorMark.length)));
    return new AppError(code, details, { cause: error });
  } catch {
    return asAppError(error);
  }
}
