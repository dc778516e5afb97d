export function versionReference(uid: string, version: number): string {
  return `${uid}@${version}`;
}

/** `version` is null for the newest. */
export function readStoredReference(reference: string): { uid: string; version: number | null } {
  const [, uid, version] = /^([^@]*)@(\d{1,9})$/.exec(reference) ?? [];
  return uid === undefined ? { uid: reference, version: null } : { uid, version: Number(version) };
}
