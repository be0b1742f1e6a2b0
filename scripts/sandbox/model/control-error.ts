/** A command that the world does not allow, such as a deposit into a payment that is no virtual account. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
}
