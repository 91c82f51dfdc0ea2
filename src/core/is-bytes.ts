/** Whether a value is a Uint8Array, also of another realm: a frame or a `vm` context has one of its own. */
export function isBytes(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]';
}
