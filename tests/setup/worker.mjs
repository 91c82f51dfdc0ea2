/** Does what a task says, as a worker of a run does: waits, stalls, breaks off in several ways. */
export default async function work({ path, bytes }) {
  const [order, argument] = Buffer.from(bytes).toString().split(' ');
  if (order === 'wait') await new Promise((go) => setTimeout(go, Number(argument)));
  if (order === 'stall') for (;;);
  if (order === 'exit') process.exit(0);
  if (order === 'throw') throw new TypeError('boom');
  if (order === 'reject-later') setTimeout(() => Promise.reject(new Error('late')), 0);
  if (order === 'fill') {
    const kept = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
  }
  return {
    path,
    sha256: '',
    bytes: bytes.length,
    duration: 0,
    failure: { code: 'done', severity: 'error', message: '' },
  };
}
