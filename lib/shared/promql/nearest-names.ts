/** The names most like the wished one: few letters changed, or a part of it. Best first. */
export function nearestNames(wished: string, names: readonly string[], limit = 3): string[] {
  const most = Math.max(2, Math.floor(wished.length * 0.34));
  return names
    .map((name) => ({ name, distance: distanceOf(wished, name, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}

function distanceOf(wished: string, name: string, most: number): number {
  if (name === wished) return 0;
  const a = wished.toLowerCase();
  const b = name.toLowerCase();
  const contained = a.length >= 4 && b.length >= 4 && (b.includes(a) || a.includes(b));
  if (contained) return Math.min(most, 1 + Math.abs(a.length - b.length) / 8);
  return Math.abs(a.length - b.length) > most ? most + 1 : levenshtein(a, b);
}

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
