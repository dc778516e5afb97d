import { drafted, expr, metric, range, stored } from "./page-requests";

/** Bodies of right shape that reach for what is another tenant's. */
export const reachingBodies: [string, string, object][] = [
  [
    "another tenant's datasource",
    "panels/query",
    drafted({ datasource: { type: "prometheus", uid: "globex" } }),
  ],
  [
    "a datasource by path",
    "panels/query",
    drafted({ datasource: { uid: "../../globex/datasources/prometheus" } }),
  ],
  [
    "a datasource by variable",
    "panels/query",
    { ...drafted({ datasource: { uid: "$ds" } }), variables: { ds: "globex" } },
  ],
  [
    "a variable that closes the selector",
    "panels/query",
    { ...drafted({ expr: `${metric}{job="$v"}` }), variables: { v: `x"} or ${expr} or {a="` } },
  ],
  [
    "a scoped one",
    "panels/query",
    {
      ...range,
      panels: [
        {
          ...drafted({ expr: `${metric}{job="$v"}` }).panels[0],
          scopedVariables: { v: `x"} or ${expr} or {a="` },
        },
      ],
    },
  ],
  [
    "a raw one",
    "panels/query",
    { ...drafted({ expr: `${metric}{job="\${v:raw}"}` }), variables: { v: `x"} or ${expr} or {a="` } },
  ],
  [
    "a legend of labels",
    "panels/query",
    drafted({ legendFormat: "{{tenant_id}}", expr: `{__name__=~"maestro.*"}` }),
  ],
  ["a dashboard of another", "panels/query", { ...drafted(), dashboardUid: "globex" }],
  ["a version of another", "panels/query", { ...drafted(), dashboardUid: "tenant-management@1" }],
  [
    "a heatmap of all",
    "panels/query",
    drafted({ expr: `{__name__!=""}`, format: "heatmap" }, { type: "heatmap", options: { calculate: true } }),
  ],
  ["exemplars", "panels/query", drafted({ exemplar: true })],
  ["an explained selector", "panels/explain", drafted()],
  ["an explained name nearby", "panels/explain", drafted({ expr: "maestro_tenant_active_user" })],
  ["an explained value", "panels/explain", drafted({ expr: `${metric}{tenant_id=~"g.*"}` })],
  [
    "an explained value nearby",
    "datasources/prometheus/prometheus/explain",
    { ...range, expr: `${metric}{tenant_id="globe"}` },
  ],
  [
    "an explained join",
    "datasources/prometheus/prometheus/explain",
    { ...range, expr: `${expr} and on (tenant_id) ${metric}` },
  ],
  [
    "an explained label",
    "datasources/prometheus/prometheus/explain",
    { ...range, expr: `${metric}{tenantid="x"}` },
  ],
  [
    "an explained tenant",
    "datasources/default/prometheus/explain",
    { ...range, expr: `count by (tenant_id) ({__name__=~".+",tenant_id!="acme"})` },
  ],
  ["a label of an ad hoc variable", "panels/variables", { ...stored, label: "tenant_id" }],
  ["names of another's dashboard", "panels/variables", { ...stored, dashboardUid: "../globex" }],
];
