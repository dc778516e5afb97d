/** The dial opens downwards, as wide as Grafana's: 216 degrees from left to right, each end 18 below the middle. */
const startDegrees = -198;
const spanDegrees = 216;

export function pointOnDial(
  share: number,
  radius: number,
  center: { x: number; y: number },
): { x: number; y: number } {
  const angle = ((startDegrees + share * spanDegrees) * Math.PI) / 180;
  return { x: round(center.x + radius * Math.cos(angle)), y: round(center.y + radius * Math.sin(angle)) };
}

/** SVG path of a piece of the dial between two shares, 0 to 1. */
export function arcPath(from: number, to: number, radius: number, center: { x: number; y: number }): string {
  const start = pointOnDial(from, radius, center);
  const end = pointOnDial(to, radius, center);
  const large = (to - from) * spanDegrees > 180 ? 1 : 0;
  return `M${start.x},${start.y}A${round(radius)},${round(radius)} 0 ${large} 1 ${end.x},${end.y}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
