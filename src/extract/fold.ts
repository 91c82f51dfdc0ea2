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

/**
 * A folded name in the width in which its line prints it: a mark or digit becomes full-width where the line has it so and
 * not otherwise.
 */
export function unfold(name: string, line: string): string {
  return name.replace(/[!-~]/g, (c) => {
    const wide = String.fromCharCode(c.charCodeAt(0) + 0xfee0);
    return line.includes(wide) && !line.includes(c) ? wide : c;
  });
}
