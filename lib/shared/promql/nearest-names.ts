const endings = ["_total", "_bucket", "_count", "_sum", "_seconds", "_bytes", "_info", "_created", "_ratio"];
const maxNameLength = 200;

const mostEdits = 8;

interface Wished {
  text: string;
  stem: string;
  letters: Int16Array;
  /** A name that only contains it is never farther than this. */
  contained: number;
}

/**
 * The names most like the wished one: another ending, few letters changed, or a part of it; where there is none, those
 * with all of its words among others. Best first.
 */
export function nearestNames(wished: string, names: readonly string[], limit = 3): string[] {
  const text = wished.toLowerCase().slice(0, maxNameLength);
  const share = Math.floor(text.length * 0.34);
  let most = Math.min(mostEdits, Math.max(2, share));
  const asked: Wished = { text, stem: stem(text), letters: countLetters(text), contained: most };
  let best: { name: string; distance: number }[] = [];
  for (const name of names) {
    const distance = name === wished ? 0 : distanceOf(asked, name.toLowerCase(), most);
    if (distance > most) continue;
    best = [...best, { name, distance }]
      .toSorted((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
      .slice(0, limit);
    // Whatever is farther than the last of the best cannot come among them.
    if (best.length === limit) most = Math.min(most, best.at(-1)?.distance ?? most);
  }
  return best.length > 0 ? best.map(({ name }) => name) : withAllWords(text, names, limit);
}

const betweenWords = /[_:.-]+/;

function withAllWords(text: string, names: readonly string[], limit: number): string[] {
  const words = text.split(betweenWords).filter((word) => word !== "");
  if (words.length < 2) return [];
  return names
    .filter((name) => {
      const own = name.toLowerCase().split(betweenWords);
      return words.every((word) => own.includes(word));
    })
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .slice(0, limit);
}

function distanceOf({ text, stem: asked, letters, contained }: Wished, name: string, most: number): number {
  if (name === text) return 0.1;
  if (name.startsWith(asked) && stem(name) === asked) {
    return 0.5 + (endings.findIndex((ending) => name.endsWith(ending)) + 1) / 100;
  }
  if (text.length >= 4 && name.length >= 4 && (name.includes(text) || text.includes(name))) {
    return Math.min(contained, 1 + Math.abs(text.length - name.length) / 8);
  }
  if (name.length > maxNameLength || Math.abs(text.length - name.length) > most) return most + 1;
  const least = lettersApart(letters, text.length, name);
  return least > most ? most + 1 : editDistance(text, name, Math.floor(most));
}

/** The name without the endings that Prometheus' clients add by themselves. */
function stem(name: string): string {
  const ending = endings.find((one) => name.endsWith(one) && name.length > one.length);
  return ending === undefined ? name : stem(name.slice(0, -ending.length));
}

function countLetters(text: string): Int16Array {
  const counts = new Int16Array(128);
  for (let index = 0; index < text.length; index++) {
    const place = text.charCodeAt(index) & 127;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** No fewer edits than this can lead from one to the other; costs far less than the edits themselves. */
function lettersApart(letters: Int16Array, length: number, name: string): number {
  left.set(letters);
  let extra = 0;
  for (let index = 0; index < name.length; index++) {
    const place = name.charCodeAt(index) & 127;
    const rest = left[place] ?? 0;
    if (rest > 0) left[place] = rest - 1;
    else extra += 1;
  }
  return Math.max(extra, length - (name.length - extra));
}

const left = new Int16Array(128);

/** Letters changed, added, left out, or two neighbours swapped; `most + 1` as soon as it is more than `most`. */
function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j - 1] ?? 0) + (same ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
