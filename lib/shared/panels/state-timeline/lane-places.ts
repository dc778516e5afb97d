/** Where lanes stand, as shares of the height from the top: the first at the top, the last at the bottom, the rest between. */
export function lanePlace(index: number, count: number, share: number): { from: number; size: number } {
  const size = share / Math.max(1, count);
  return { from: index * laneStep(count, share), size };
}

/** The lane at a share of the height from the top; gaps belong to the nearer one. */
export function laneAt(place: number, count: number, share: number): number {
  const gap = laneStep(count, share) - share / Math.max(1, count);
  const index = Math.floor((place + gap / 2) / laneStep(count, share));
  return index >= 0 && index < count ? index : -1;
}

function laneStep(count: number, share: number): number {
  return share / Math.max(1, count) + (count > 1 ? (1 - share) / (count - 1) : 0);
}
