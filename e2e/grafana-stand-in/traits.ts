/** What changed between releases, as far as publishing can feel it. */
export interface Traits {
  /** 8.0: the push understands folderUid. */
  folderUid: boolean;
  /** 8.0: the quota is checked whenever no id is sent. */
  quotaWithoutId: boolean;
  /** 8.4: the lock of provisioned dashboards also holds for a save by uid. */
  provisionedByUid: boolean;
  /** 8.4: a body that cannot be read is one object error. */
  objectBodyErrors: boolean;
  /** 9.0: version and proxy routes by uid, empty-name. */
  uidRoutes: boolean;
  /** Below 11.3 titles are unique in a folder. */
  uniqueTitles: boolean;
  /** 11.6: versions come in an envelope. */
  versionsEnvelope: boolean;
  /** 12.3: API keys are gone, tokens are those of service accounts. */
  apiKeys: boolean;
}

export function traitsOf(version: string): Traits {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const since = (otherMajor: number, otherMinor: number) =>
    major > otherMajor || (major === otherMajor && minor >= otherMinor);
  return {
    folderUid: since(8, 0),
    quotaWithoutId: since(8, 0),
    provisionedByUid: since(8, 4),
    objectBodyErrors: since(8, 4),
    uidRoutes: since(9, 0),
    uniqueTitles: !since(11, 3),
    versionsEnvelope: since(11, 6),
    apiKeys: !since(12, 3),
  };
}
