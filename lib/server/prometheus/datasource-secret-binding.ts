/** A datasource's secret headers can be read back only for the tenant and URL that they were saved with. */
export function datasourceSecretBinding({ tenantId, url }: { tenantId: string; url: string }): string {
  return `datasource:${tenantId}:${url}`;
}
