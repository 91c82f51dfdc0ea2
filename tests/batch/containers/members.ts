import { Buffer } from 'node:buffer';
import { type ContainerOptions, type Member, membersOf } from '../../../src/batch/containers/index.js';
import { InputError } from '../../../src/index.js';
import { messageOf } from '../../../src/report/messages.js';

/** A plan of an invented county, long enough for the text of a row. */
export function planOf(name: string, lines = 6): string {
  const tasks = Array.from(
    { length: lines },
    (_, i) =>
      `（${'一二三四五六七八九十'[i % 10]}）到2025年，新建改建供水工程${i + 3}处，农村自来水普及率达到${80 + i}%。`,
  );
  return [`${name}供水保障方案`, '为改善农村供水，结合实际，制定本方案。', '一、主要任务', ...tasks].join('\n');
}

export const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** All members, or null for a document. */
export async function all(
  bytes: Uint8Array | string,
  name = 'x',
  options: ContainerOptions = {},
): Promise<Member[] | null> {
  const found = await membersOf(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name, options);
  if (found === null) return null;
  const members: Member[] = [];
  for await (const member of found) members.push(member);
  return members;
}

/** Each member in one line: `1: the text's first line`, `2: skipped …`, `3: code`. */
export async function told(
  bytes: Uint8Array | string,
  name?: string,
  options?: ContainerOptions,
): Promise<string[] | null> {
  const members = await all(bytes, name, options);
  return members?.map(short) ?? null;
}

function short(member: Member): string {
  if ('failure' in member) return `${member.name}: ${member.failure.code}`;
  if ('skipped' in member) return `${member.name}: skipped, ${member.skipped}`;
  return `${member.name}: ${text(member.bytes).trim().split('\n')[0]}`;
}

/** The sentence with which a file is refused. */
export async function refusal(bytes: Uint8Array | string, name?: string, options?: ContainerOptions): Promise<string> {
  try {
    await all(bytes, name, options);
  } catch (error) {
    if (error instanceof InputError) return `${error.diagnostic.code}: ${messageOf(error.diagnostic)}`;
    throw error;
  }
  return 'not refused';
}
