import type { NameWord } from '../names/name-reader.js';
import type { Meeting, Way } from './meeting.js';
import type { Match } from './name-match.js';

/** What comes between the words of the question and those of the name. */
const SAYS: Readonly<Record<Exclude<Way, 'same'>, string>> = {
  category: 'is the kind of shop it is',
  sound: 'sounds like',
  typo: 'is nearly',
  beginning: 'begins',
  trade: 'sells the same as',
  initials: 'goes with the first letters of',
  together: 'is written',
};

/** Which words met, and how, as a sentence. */
export function reasonOf(
  asked: readonly NameWord[],
  name: readonly NameWord[],
  { meetings, otherTrade }: Match,
): string {
  const same = meetings.filter(({ way }) => way === 'same');
  const others = meetings.filter(({ way }) => way !== 'same');
  const met = new Set(meetings.flatMap((meeting) => meeting.asked));
  const missing = asked.filter((_, i) => !met.has(i));
  const parts = [
    ...(same.length > 0
      ? [`${list(same.map((meeting) => said(asked, meeting.asked)))} ${isOrAre(same)} the same`]
      : []),
    ...others.map((meeting) => sayingOf(meeting, asked, name)),
    ...(missing.length > 0 ? [`${list(missing.map(quoted))} ${isOrAre(missing)} not in the name`] : []),
    ...(otherTrade ? ['it is another kind of shop'] : []),
  ];
  return parts.length > 0 ? `${parts.join('; ')}.` : '';
}

function sayingOf(
  { asked, found, way }: Meeting,
  words: readonly NameWord[],
  name: readonly NameWord[],
): string {
  const saying = `${said(words, asked)} ${SAYS[way as Exclude<Way, 'same'>]}`;
  return found.length > 0 ? `${saying} ${said(name, found)}` : saying;
}

function said(words: readonly NameWord[], places: readonly number[]): string {
  const texts = places.map((place) => words[place]?.text ?? '');
  return `"${texts.join(' ').toUpperCase()}"`;
}

function quoted({ text }: NameWord): string {
  return `"${text.toUpperCase()}"`;
}

function list(items: readonly string[]): string {
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : (items[0] ?? '');
}

function isOrAre(items: readonly unknown[]): string {
  return items.length > 1 ? 'are' : 'is';
}
