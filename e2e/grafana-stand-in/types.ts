export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export type Role = "Viewer" | "Editor" | "Admin";

/** What a server can be told to be: the settings under which the recorded servers differ. */
export interface StandInOptions {
  /** 0 takes a free port. */
  port?: number;
  /** The release it behaves as; 7.5.5 is the recorded one. */
  version?: string;
  /** `/grafana`: served from there, and still without it, as Grafana does. */
  subPath?: string;
  /** Role of callers without credentials. */
  anonymous?: Role;
  basicAuth?: boolean;
  /** Dashboards an org may hold. */
  dashboardQuota?: number;
  keySecondsLimit?: number;
  datasources?: {
    uid: string;
    name: string;
    type?: string;
    url: string;
    isDefault?: boolean;
    readOnly?: boolean;
  }[];
  /** Answers these statuses, in turn, to the next requests instead of serving them. */
  faults?: number[];
}

export interface Version {
  id: number;
  version: number;
  parentVersion: number;
  message: string;
  created: string;
  data: JsonObject;
}

/** A dashboard or a folder: one table and one id space, as in Grafana. */
export interface Entry {
  id: number;
  uid: string;
  title: string;
  slug: string;
  isFolder: boolean;
  folderId: number;
  version: number;
  data: JsonObject;
  created: string;
  updated: string;
  versions: Version[];
  /** Permission by role (1 view, 2 edit, 4 admin) once somebody has set it. */
  acl: Partial<Record<Role, number>> | null;
  /** Set for file-provisioned dashboards: where the file lies, and whether the UI may change it. */
  provisioned: { externalId: string; allowUiUpdates: boolean } | null;
}

export interface Datasource {
  id: number;
  uid: string;
  name: string;
  type: string;
  access: string;
  url: string;
  isDefault: boolean;
  basicAuth: boolean;
  basicAuthUser: string;
  jsonData: JsonObject;
  secureFields: string[];
  version: number;
  readOnly: boolean;
}

export interface ApiKey {
  id: number;
  orgId: number;
  name: string;
  role: Role;
  key: string;
  expires: number | null;
}

export interface Org {
  id: number;
  name: string;
  entries: Map<number, Entry>;
  datasources: Map<number, Datasource>;
}

export interface Caller {
  org: Org;
  role: Role;
  /** Signed in as the server's administrator rather than with a key. */
  isServerAdmin: boolean;
  isAnonymous: boolean;
}

export interface Answer {
  status: number;
  body: Json | undefined;
  contentType?: string;
}

export interface Call {
  caller: Caller;
  params: string[];
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  rawBody: Buffer;
  method: string;
}
