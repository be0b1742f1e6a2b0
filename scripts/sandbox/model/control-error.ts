/** A command that the world does not allow, such as a deposit for a payment without a virtual account. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
}
