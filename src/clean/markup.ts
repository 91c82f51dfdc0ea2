import { defineStage } from '../core/draft.js';
import { type Edit, repair } from '../core/edits.js';

/* Tags that stand in the text: of a page that was escaped, or of a text file with too few to be read as a page. */

const BLOCKS = 'p|br|div|hr|h[1-6]|li|ul|ol|dl|dt|dd|table|thead|tbody|tr|td|th|center|section|article|blockquote|pre';
const INLINE = 'span|font|strong|em|sup|sub|img|o:p|st1:[a-z]{1,20}|ucapcontent|tbody|label|big|small|html|body';
/** These are letters as well: bare ones count where the text closes them. */
const LETTERS = 'a|b|i|u|s';
const TAG = new RegExp(
  `<(/?)(${BLOCKS}|${INLINE}|${LETTERS})((?:\\s(?:[^<>&]|&(?!&)){0,600})?)/?>|<!--\\[if [^\\]]{1,60}\\]>[^]{0,2000}?<!\\[endif\\]-->|<!--[^<>]{0,300}-->|<!\\[(?:if[^\\]]{0,60}|endif)\\](?:--)?>`,
  'gi',
);
const BREAKS = new RegExp(`^(?:${BLOCKS})$`, 'i');
const LETTER = new RegExp(`^(?:${LETTERS})$`, 'i');

/** Tags of HTML go; those of blocks leave a line end. 〈6岁, <<通知>>, P<0.05 and a<b are no tags. */
export const markup = defineStage({
  id: 'markup',
  edits: ({ text }) => {
    if (!/<[/!a-z]/i.test(text)) return [];
    const found = [...text.matchAll(TAG)];
    const closed = new Set(found.filter(([, slash]) => slash === '/').map(([, , name = '']) => name.toLowerCase()));
    return found.flatMap(({ index, 0: tag, 2: name = '', 3: rest = '' }): Edit[] => {
      const bare = LETTER.test(name) && rest.trim() === '';
      if (bare && !closed.has(name.toLowerCase())) return [];
      return [repair(index, index + tag.length, BREAKS.test(name) ? '\n' : '', 'markup')];
    });
  },
});
