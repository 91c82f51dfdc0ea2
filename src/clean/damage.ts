/** Signs that a stretch of text was garbled: lost bytes, private-use characters, kana amid Chinese. */
const SIGNS = /[?\ufffd\ue000-\uf8ff\u3040-\u30ff]|[\u3400-\u4dbf]|(?<=[\u4e00-\u9fff])[A-Za-z](?=[\u4e00-\u9fff])/g;

/** How garbled a text looks: the number of such signs in it. */
export function damageOf(text: string): number {
  return text.match(SIGNS)?.length ?? 0;
}
