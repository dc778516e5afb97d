import type { Operation } from "../operation";

const tenant = "/v1/tenants/{tenant}";
const datasource = "/v1/tenants/{tenant}/datasources/{uid}";

export const datasources: readonly Operation[] = [
  {
    method: "GET",
    path: `${tenant}/datasources`,
    summary: "Datasources",
    who: "datasource:read",
    answer: { list: "Datasource" },
  },
  {
    method: "POST",
    path: `${tenant}/datasources`,
    summary: "Make a datasource",
    who: "datasource:write",
    body: "NewDatasource",
    answer: { one: "Datasource" },
    status: 201,
  },
  {
    method: "POST",
    path: `${tenant}/datasources/test`,
    summary: "Say what stands behind a URL",
    who: "datasource:write",
    body: "TestedNewDatasource",
    answer: { one: "DatasourceTest" },
  },
  {
    method: "GET",
    path: datasource,
    summary: "A datasource",
    who: "datasource:read",
    answer: { one: "Datasource" },
  },
  {
    method: "PATCH",
    path: datasource,
    summary: "Change a datasource",
    who: "datasource:write",
    body: "ChangedDatasource",
    answer: { one: "Datasource" },
  },
  {
    method: "DELETE",
    path: datasource,
    summary: "Delete a datasource",
    who: "datasource:write",
    status: 204,
  },
  {
    method: "POST",
    path: `${datasource}/test`,
    summary: "Say what stands behind a datasource",
    who: "datasource:write",
    body: "TestedDatasource",
    answer: { one: "DatasourceTest" },
  },
  {
    method: "GET",
    path: `${datasource}/prometheus/api/v1/{endpoint}`,
    summary: "The Prometheus HTTP API, confined to the tenant's series",
    who: "query:run",
    answer: { type: "application/json" },
  },
  {
    method: "POST",
    path: `${datasource}/prometheus/api/v1/{endpoint}`,
    summary: "The same with a form body",
    who: "query:run",
    answer: { type: "application/json" },
  },
  {
    method: "POST",
    path: `${datasource}/prometheus/explain`,
    summary: "Say why an expression finds nothing",
    who: "query:run",
    body: "ExplainRequest",
    answer: { one: "EmptyExplanation" },
  },
  {
    method: "POST",
    path: `${tenant}/panels/query`,
    summary: "The data of many panels, one JSON a line",
    who: "query:run",
    body: "PanelBatchRequest",
    answer: { type: "application/x-ndjson" },
  },
  {
    method: "POST",
    path: `${tenant}/panels/explain`,
    summary: "Say why a query of a panel finds nothing; a draft needs the right to draft",
    who: "query:run",
    body: "ExplainPanelRequest",
    answer: { one: "EmptyExplanation" },
  },
];
