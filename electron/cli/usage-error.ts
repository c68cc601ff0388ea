/** A command that is badly written; the message is a sentence for the person. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
