/** How far a run is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** Milliseconds since it began. */
  readonly elapsed: number;
  /** What is being read now. */
  readonly current: string;
}

const BAR = 20;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

const width = (character: string): number =>
  WIDE.test(character) || (character.codePointAt(0) ?? 0) >= 0x20000 ? 2 : 1;

/** The end of a text that fits into so many columns of a terminal, where a Chinese character takes two. */
export function tailOf(text: string, columns: number): string {
  const characters = [...text.replace(/\p{Cc}+/gu, ' ')];
  let left = columns;
  let from = characters.length;
  while (from > 0) {
    const next = width(characters[from - 1] ?? '');
    if (next > left) break;
    left -= next;
    from--;
  }
  if (from === 0) return characters.join('');
  return columns < 2 ? '' : `…${characters.slice(from + (left > 0 ? 0 : 1)).join('')}`;
}

/** `1:02:03`, `2:03`. */
export function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A bar with done, failed, rate, remaining time and the current file, no wider than the terminal. */
export function progressLine({ done, total, failed, elapsed, current }: Progress, columns: number): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.round(share * BAR);
  const rate = elapsed > 0 ? (done / elapsed) * 1000 : 0;
  const left = rate > 0 && done < total ? clock(((total - done) / rate) * 1000) : null;
  const facts = [
    `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${done}/${total}`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    `${rate.toFixed(rate < 10 ? 1 : 0)}/s`,
    ...(left === null ? [] : [`${left} left`]),
  ].join('  ');
  // One column stays free: some terminals begin a new line behind the last.
  const room = columns - facts.length - 3;
  return room > 8 ? `${facts}  ${tailOf(current, room)}` : facts.slice(0, Math.max(0, columns - 1));
}
