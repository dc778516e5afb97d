/** The customers of the platform, by how much of it they use, and what they have filled of their quotas. */
export const TENANTS = [
  {
    tenant: "acme",
    weight: 1,
    slowness: 1,
    users: 140,
    quota: { models: 0.62, experiments: 0.55, storage: 0.66, api_requests: 0.58 },
  },
  {
    tenant: "globex",
    weight: 0.58,
    slowness: 1.15,
    users: 85,
    quota: { models: 0.44, experiments: 0.61, storage: 0.72, api_requests: 0.7 },
  },
  {
    tenant: "initech",
    weight: 0.3,
    slowness: 0.9,
    users: 41,
    quota: { models: 0.36, experiments: 0.3, storage: 0.41, api_requests: 0.38 },
  },
  {
    tenant: "umbrella",
    weight: 0.21,
    slowness: 1.3,
    users: 27,
    quota: { models: 0.51, experiments: 0.47, storage: 0.33, api_requests: 0.29 },
  },
  {
    tenant: "hooli",
    weight: 0.11,
    slowness: 1.05,
    users: 12,
    quota: { models: 0.22, experiments: 0.16, storage: 0.19, api_requests: 0.64 },
  },
  {
    tenant: "soylent",
    weight: 0.05,
    slowness: 0.85,
    users: 4,
    quota: { models: 0.08, experiments: 0.05, storage: 0.11, api_requests: 0.06 },
  },
];

export type Tenant = (typeof TENANTS)[number];
