/** What a refresh is set to, mostly; empty is off. */
export const quickRefreshes: { value: string; label: string }[] = [
  { value: "", label: "Off" },
  ...["10s", "30s", "1m", "5m", "15m", "30m", "1h"].map((value) => ({ value, label: `Every ${value}` })),
];
