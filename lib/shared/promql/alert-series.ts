/** Series that Prometheus writes of its own accord, and only while an alert is pending or firing. */
export const alertSeries: ReadonlySet<string> = new Set(["ALERTS", "ALERTS_FOR_STATE"]);
