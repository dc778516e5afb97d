interface LabelledValues {
  labels: Record<string, string>;
  values: (number | null)[];
}

/**
 * What the query format "heatmap" makes of a histogram, whatever panel shows it: its buckets in rising order, each without
 * what those below it count. Series of other labels are histograms of their own.
 */
export function histogramSeries<S extends LabelledValues>(series: S[]): S[] {
  const histograms = new Map<string, S[]>();
  for (const one of series) {
    const others = Object.entries(one.labels).filter(([label]) => label !== "le");
    const key = JSON.stringify(others.sort(([a], [b]) => (a < b ? -1 : 1)));
    histograms.set(key, [...(histograms.get(key) ?? []), one]);
  }
  return [...histograms.values()].flatMap((buckets) => {
    const sorted = buckets.toSorted((a, b) => bound(a) - bound(b));
    return sorted.map((bucket, place) => {
      const below = sorted[place - 1];
      if (!below) return bucket;
      const values = bucket.values.map((value, index) => value && value - (below.values[index] ?? 0));
      return { ...bucket, values };
    });
  });
}

function bound({ labels: { le = "" } }: LabelledValues): number {
  return le === "+Inf" || le === "Inf" ? Number.MAX_VALUE : Number(le) || 0;
}
