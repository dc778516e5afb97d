import { parseArgs } from "node:util";
import { fixDashboard } from "@/lib/shared/dashboards/lint/fix-dashboard";
import { lintDashboard } from "@/lib/shared/dashboards/lint/lint-dashboard";
import { noFacts } from "@/lib/shared/dashboards/lint/lint-facts";
import type { LintReport } from "@/lib/shared/dashboards/lint/lint-report";
import { type LintSeverity, lintSeverities } from "@/lib/shared/dashboards/lint/lint-rule";
import { lintRules } from "@/lib/shared/dashboards/lint/lint-rules";
import { type DashboardFile, readDashboardFiles, writeDashboardFile } from "./dashboard-files.ts";
import { describeReport } from "./describe-report.ts";

const help = `Checks dashboards by the rules of the console; needs no server.

npm run lint:dashboards -- FILE... [--json] [--fix] [--fail-on error|warning|hint] [--mixin] [--rules]

  FILE       dashboards as Grafana's JSON; of a folder all .json files in it
  --json     one JSON object: { files: [{ file, findings, excepted, unusedExceptions }] }
  --fix      writes the safe fixes into the files first
  --fail-on  the mildest finding that makes the command end with 1 (warning)
  --mixin    also the rules for dashboards that are shared as a library
  --rules    lists the rules

A finding that is meant to stay is written down in the dashboard, with its reason:
  "panelsmith": { "lintExceptions": [{ "rule": "panel-unit", "panelId": 4, "reason": "A count of things." }] }
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    fix: { type: "boolean", default: false },
    mixin: { type: "boolean", default: false },
    rules: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
    "fail-on": { type: "string", default: "warning" },
  },
});

interface Linted extends LintReport {
  file: string;
}

function lint(files: readonly DashboardFile[]): Linted[] {
  const names = files.map(({ file, document }) => ({
    uid: typeof document.uid === "string" && document.uid !== "" ? document.uid : null,
    title: typeof document.title === "string" ? document.title : "",
    place: file,
  }));
  return files.map((dashboard, index) => {
    const facts = { ...noFacts, others: names.filter((_, other) => other !== index) };
    const options = { facts, mixin: values.mixin };
    let { document } = dashboard;
    if (values.fix) {
      document = fixDashboard(document, options).document;
      if (document !== dashboard.document) writeDashboardFile(dashboard, document);
    }
    return { file: dashboard.file, ...lintDashboard(document, options) };
  });
}

function listRules(): string {
  return lintRules
    .map(
      ({ id, severity, title, why, mixin }) =>
        `${id} (${severity}${mixin ? ", mixin" : ""})\n  ${title}. ${why}\n`,
    )
    .join("\n");
}

function main(): number {
  const limit = lintSeverities.indexOf(values["fail-on"] as LintSeverity);
  if (values.rules) console.log(listRules());
  else if (values.help || positionals.length === 0 || limit < 0) console.log(help);
  if (values.rules || values.help) return 0;
  if (positionals.length === 0 || limit < 0) return 2;
  const { files, unreadable } = readDashboardFiles(positionals);
  for (const { file, problem } of unreadable) console.error(`${file}: ${problem}`);
  const reports = lint(files);
  if (values.json) console.log(JSON.stringify({ files: reports }, null, 2));
  else for (const report of reports) process.stdout.write(describeReport(report.file, report));
  const all = reports.flatMap(({ findings }) => findings);
  const count = (severity: LintSeverity) => all.filter((finding) => finding.severity === severity).length;
  if (!values.json) {
    console.log(
      `${files.length} dashboards: ${count("error")} errors, ${count("warning")} warnings, ${count("hint")} hints`,
    );
  }
  const fails = all.some(({ severity }) => lintSeverities.indexOf(severity) <= limit);
  return fails || unreadable.length > 0 ? 1 : 0;
}

process.exitCode = main();
