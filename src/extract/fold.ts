/**
 * The text with full-width letters, digits and punctuation as half-width ones and all dashes and colons alike, so that
 * rules need one spelling. Same length, so offsets are those of the text.
 */
export function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u2013\u2014\u2212\u2010\uff5e\u2236\u301c]/g, (c) => {
    if (c === '\u3000') return ' ';
    if (c === '\u2236') return ':';
    const code = c.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5d) return String.fromCharCode(code - 0xfee0);
    return '-';
  });
}
