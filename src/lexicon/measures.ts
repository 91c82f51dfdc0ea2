/** Nouns whose values are shares, as parts of a pattern. */
export const SHARE_NOUN = '率|比例|比重|占比|覆盖面|满意度';
