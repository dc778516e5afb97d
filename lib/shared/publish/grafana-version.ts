function isAtLeast(version: string | null, major: number, minor: number): boolean {
  const [, foundMajor, foundMinor] = /^(\d+)\.(\d+)/.exec(version ?? "") ?? [];
  // A server that hides its version is taken for a current one.
  if (foundMajor === undefined) return true;
  return Number(foundMajor) > major || (Number(foundMajor) === major && Number(foundMinor) >= minor);
}

/** Up to 8.2 a reference is the data source's name; from 8.3 an object with type and uid. */
export const usesObjectReferences = (version: string | null) => isAtLeast(version, 8, 3);

/** From 9.0 data sources can be asked by uid; before, a uid is read as the number 0. */
export const hasDatasourceUidRoutes = (version: string | null) => isAtLeast(version, 9, 0);

/** Up to 11.2 two dashboards of a folder cannot have titles with the same slug. */
export const hasUniqueTitles = (version: string | null) => !isAtLeast(version, 11, 3);

/** Up to 7.5 time series panels know neither stacking nor threshold lines. */
export const drawsStacksAndThresholds = (version: string | null) => isAtLeast(version, 8, 0);
