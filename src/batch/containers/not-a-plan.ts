export function notAPlan(_name: string, _bytes: Uint8Array): string | null {
  return null;
}
