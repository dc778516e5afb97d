export type Rgb = [red: number, green: number, blue: number];

/** Reads #rgb, #rrggbb, rgb() and rgba(); null for anything else. */
export function parseColor(color: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?$/i.exec(color);
  if (short) return channels(short, (digit) => Number.parseInt(digit + digit, 16));
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})?$/i.exec(color);
  if (long) return channels(long, (digits) => Number.parseInt(digits, 16));
  const rgb = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(color);
  return rgb ? channels(rgb, Number) : null;
}

function channels(match: RegExpExecArray, read: (text: string) => number): Rgb {
  return [read(match[1] ?? "0"), read(match[2] ?? "0"), read(match[3] ?? "0")];
}

export function toHex(color: Rgb): string {
  return `#${color
    .map((channel) =>
      Math.round(clamp(channel, 0, 255))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** The colour with an opacity of 0 to 1; unknown colours stay as they are. */
export function withAlpha(color: string, alpha: number): string {
  const rgb = parseColor(color);
  return rgb ? `rgba(${rgb.map(Math.round).join(", ")}, ${alpha})` : color;
}

/** Every channel raised by a share of the whole, 0 to 1. */
export function brighter(color: string, share: number): string {
  const rgb = parseColor(color);
  return rgb ? toHex(rgb.map((channel) => channel + 255 * share) as Rgb) : color;
}

/** 0 to 1; 1 where the colour names none. */
export function alphaOf(color: string): number {
  const hex = /^#(?:[0-9a-f]{6}([0-9a-f]{2})|[0-9a-f]{3}([0-9a-f]))$/i.exec(color);
  const digits = hex?.[1] ?? (hex?.[2] ? hex[2] + hex[2] : null);
  if (digits) return Number.parseInt(digits, 16) / 255;
  const [, alpha] = /^rgba\([^)]*[,/]\s*([\d.]+)\s*\)$/i.exec(color) ?? [];
  return alpha === undefined ? 1 : Number(alpha);
}

/** WCAG relative luminance, 0 to 1. */
export function luminance(color: Rgb): number {
  const [r, g, b] = color.map((channel) => {
    const part = channel / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrastRatio(a: string, b: string): number {
  const [lumA, lumB] = [a, b].map((color) => luminance(parseColor(color) ?? [128, 128, 128])) as [
    number,
    number,
  ];
  return (Math.max(lumA, lumB) + 0.05) / (Math.min(lumA, lumB) + 0.05);
}

/** Black or white, whichever reads better on the colour. */
export function readableOn(background: string): string {
  return contrastRatio(background, "#ffffff") >= contrastRatio(background, "#000000") ? "#ffffff" : "#000000";
}

/** The colour moved towards black or white until it reads on the background with the given contrast. */
export function readableColor(color: string, background: string, ratio = 4.5): string {
  const start = parseColor(color);
  if (!start || contrastRatio(color, background) >= ratio) return color;
  const goal: Rgb = luminance(parseColor(background) ?? [0, 0, 0]) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  for (let share = 0.05; share < 1; share += 0.05) {
    const mixed = toHex(mix(start, goal, share));
    if (contrastRatio(mixed, background) >= ratio) return mixed;
  }
  return toHex(goal);
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return from.map((channel, i) => channel + ((to[i] ?? 0) - channel) * share) as Rgb;
}

/** The colour at a share of 0 to 1 between evenly placed stops. */
export function stopColor(stops: string[], share: number): string {
  const place = clamp(Number.isNaN(share) ? 0 : share, 0, 1) * (stops.length - 1);
  const i = Math.min(Math.floor(place), stops.length - 2);
  const [from, to] = [parseColor(stops[i] ?? ""), parseColor(stops[i + 1] ?? "")];
  return from && to ? toHex(mix(from, to, place - i)) : (stops[0] ?? "");
}

/** The uniform cubic B-spline through the stops that Grafana's schemes use; share is clamped to 0..1. */
export function splineColor(stops: string[], share: number): string {
  const colors = stops.map((stop) => parseColor(stop) ?? ([128, 128, 128] satisfies Rgb));
  const last = colors.length - 1;
  const t = clamp(Number.isNaN(share) ? 0 : share, 0, 1);
  const i = t >= 1 ? last - 1 : Math.max(0, Math.floor(t * last));
  const within = (t - i / last) * last;
  const rgb = [0, 1, 2].map((channel) => {
    const at = (index: number) => colors[index]?.[channel] ?? 0;
    const [v1, v2] = [at(i), at(i + 1)];
    const v0 = i > 0 ? at(i - 1) : 2 * v1 - v2;
    const v3 = i < last - 1 ? at(i + 2) : 2 * v2 - v1;
    return basis(within, v0, v1, v2, v3);
  });
  return toHex(rgb as Rgb);
}

function basis(t: number, v0: number, v1: number, v2: number, v3: number): number {
  const [t2, t3] = [t * t, t * t * t];
  return (
    ((1 - 3 * t + 3 * t2 - t3) * v0 +
      (4 - 6 * t2 + 3 * t3) * v1 +
      (1 + 3 * t + 3 * t2 - 3 * t3) * v2 +
      t3 * v3) /
    6
  );
}

/** Turns the hue by degrees and changes lightness by -1..1, as HSL. */
export function shiftHsl(color: Rgb, degrees: number, lightness: number): Rgb {
  const { h, s, l } = toHsl(color);
  return fromHsl((h + degrees + 360) % 360, s, clamp(l + lightness, 0, 1));
}

function toHsl([red, green, blue]: Rgb): { h: number; s: number; l: number } {
  const [r, g, b] = [red / 255, green / 255, blue / 255];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const l = (max + min) / 2;
  const d = max - min;
  if (d === 0) return { h: 0, s: 0, l };
  const s = l > 0.5 ? d / (2 - max - min) : d / (max + min);
  const sector = max === r ? (g - b) / d + (g < b ? 6 : 0) : max === g ? (b - r) / d + 2 : (r - g) / d + 4;
  return { h: sector * 60, s, l };
}

function fromHsl(h: number, s: number, l: number): Rgb {
  const reach = s * Math.min(l, 1 - l);
  const channel = (n: number) => {
    const k = (n + h / 30) % 12;
    return 255 * (l - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
