/** With more, the power of ten that rounds them is no number any more. */
const mostPlaces = 300;

/** A number as text; without `decimals` about three significant places, as Grafana chooses them. */
export function fixedText(value: number, decimals?: number | null): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value.toLocaleString();
  const places = decimals ?? usefulDecimals(value);
  if (value === 0) return value.toFixed(clampDigits(places));

  if (places > mostPlaces) return String(value);
  const factor = places ? 10 ** Math.max(0, places) : 1;
  const text = String(Math.round(value * factor) / factor);
  if (text.includes("e")) return text;

  const point = text.indexOf(".");
  const precision = point === -1 ? 0 : text.length - point - 1;
  if (precision >= places) return text;
  return (precision ? text : `${text}.`) + String(factor).slice(1, places - precision + 1);
}

function usefulDecimals(value: number): number {
  if (value % 1 === 0) return 0;
  const magnitude = Math.abs(value);
  const decimals = -Math.floor(Math.log(magnitude) / Math.LN10) + 1;
  const normal = magnitude / 10 ** -decimals;
  return Math.max(0, normal > 2.25 ? decimals + 1 : decimals);
}

function clampDigits(places: number): number {
  return Math.min(100, Math.max(0, places));
}
