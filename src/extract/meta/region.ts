import { cityLevel } from '../../lexicon/cities.js';
import { NATIONAL_BODY } from '../../lexicon/issuers.js';
import {
  BEFORE_PLACE,
  DISTRICT_AREAS,
  MUNICIPALITIES,
  NO_NAME_WORDS,
  NO_PLACE,
  PROVINCES,
} from '../../lexicon/places.js';
import type { Meta } from '../../schema/model.js';

export type RegionLevel = Meta['regionLevel'];

/** An area as a text names it, from the largest to the one that is meant: 浙江省, 石泉市, 城关镇. */
export interface Place {
  readonly name: string;
  readonly parts: readonly string[];
}

/** The kinds of areas in the order in which a name gives them; every one may be left out. */
const KINDS: readonly RegExp[] = [
  /^(?:内蒙古自治区|[\u4e00-\u9fff]{2,6}?(?:省|自治区))/,
  /^(?:[\u4e00-\u9fff]{2,9}?自治州|[\u4e00-\u9fff]{2,5}?(?:市|州|盟|地区))/,
  /^(?:[\u4e00-\u9fff]{2,10}?自治[县旗]|[\u4e00-\u9fff]{1,5}?(?:新区|高新区|开发区|经开区|县|区|旗|市))/,
  /^[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道|苏木)(?!村|振|企|域|土)/,
];

/** The area that a title or the name of a body begins with, after 关于, 中共 and years; undefined where there is none. */
export function placeIn(text: string): Place | undefined {
  const rest = text.slice(0, 80).replace(BEFORE_PLACE, '');
  const parts: string[] = [];
  let at = 0;
  for (const kind of KINDS) {
    const found = kind.exec(rest.slice(at))?.[0];
    if (found === undefined || !isName(found, parts.length)) continue;
    parts.push(found);
    at += found.length;
  }
  if (parts.length > 0) return { name: parts.join(''), parts };
  const short = PROVINCES.exec(rest)?.[0];
  return short ? { name: short, parts: [short] } : undefined;
}

function isName(text: string, above: number): boolean {
  const name = text.replace(/(?:自治[区州县旗]|地区|新区|高新区|开发区|经开区|街道|苏木|[省市州盟县区旗镇乡])$/, '');
  if (name === '' || NO_NAME_WORDS.test(name) || /[省县旗]./.test(name)) return false;
  if (name.length < 2 && !/[县区旗]$/.test(text)) return false;
  // Below a larger area 高新开发区 is a name.
  return above > 0 && /..(?:新区|开发区|经开区)$/.test(text) ? true : !NO_PLACE.test(text);
}

/** What the first of the texts that names an area says; texts in order of trust. */
export function regionOf(texts: readonly (string | null | undefined)[]): Place | undefined {
  for (const text of texts) {
    const place = text ? placeIn(text) : undefined;
    if (place) return place;
  }
  return undefined;
}

/**
 * The level of an area: by its kind; a 市 by what stands above it, by the list of cities, by whom the text speaks to.
 * Without an area the level of who issues: 国务院, 县教育局. Null where nothing proves one.
 */
export function levelOf(place: Place | undefined, issuer: string | null, text: () => string): RegionLevel {
  const last = place?.parts.at(-1);
  if (last === undefined) return levelOfBody(issuer ?? '');
  if (/(?:省|自治区)$|兵团$/.test(last) || PROVINCES.test(last) || MUNICIPALITIES.test(last)) return 'provincial';
  if (/(?:镇|乡|街道|苏木)$/.test(last)) return 'township';
  if (/(?:自治州|州|盟|地区)$/.test(last)) return 'prefectural';
  if (/(?:新区|高新区|开发区|经开区)$/.test(last)) return DISTRICT_AREAS.test(last) ? 'county' : null;
  return last.endsWith('市') ? levelOfCity(last, place?.parts ?? [], text()) : 'county';
}

function levelOfCity(city: string, parts: readonly string[], text: string): RegionLevel {
  if (parts.slice(0, -1).some((part) => /(?:市|州|盟|地区)$/.test(part) && !MUNICIPALITIES.test(part))) return 'county';
  const listed = cityLevel(city);
  if (listed) return listed;
  if (/各(?:区县|县区|市县|县市|市辖区|[县区市旗][(（、])/.test(text)) return 'prefectural';
  return /各(?:乡镇|镇|乡|街道)/.test(text) ? 'county' : null;
}

function levelOfBody(name: string): RegionLevel {
  if (name === '') return null;
  if (NATIONAL_BODY.test(name)) return 'national';
  const kind = /^(?:中共)?(省|自治区|州|盟|县|区|旗|镇|乡|街道)(?=[\u4e00-\u9fff])/.exec(name)?.[1] ?? '';
  const levels: Readonly<Record<string, RegionLevel>> = {
    省: 'provincial',
    自治区: 'provincial',
    州: 'prefectural',
    盟: 'prefectural',
    县: 'county',
    区: 'county',
    旗: 'county',
    镇: 'township',
    乡: 'township',
    街道: 'township',
  };
  return levels[kind] ?? null;
}
