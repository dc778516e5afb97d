"use client";

import { Ago } from "@/components/ui/ago";
import { notifyError } from "@/components/ui/notify";
import { notifyUndo } from "@/components/ui/notify-undo";
import { useSaveDatasource } from "@/lib/client/admin/use-datasource-admin";
import type { DatasourceTests } from "@/lib/client/admin/use-datasource-tests";
import type { Datasource } from "@/lib/shared/prometheus/datasource";
import classes from "../admin.module.css";
import { AdminTable, type Column } from "../admin-table";
import { Badge } from "../badge";
import { DatasourceRowActions } from "./datasource-row-actions";
import { TestResult } from "./test-result";

interface DatasourceTableProps {
  tenant: string;
  datasources: readonly Datasource[];
  tests: DatasourceTests;
  onEdit: (datasource: Datasource) => void;
  onDelete: (datasource: Datasource) => void;
}

export function DatasourceTable({ tenant, datasources, tests, onEdit, onDelete }: DatasourceTableProps) {
  const makeDefault = useMakeDefault(tenant, datasources);
  const columns: Column<Datasource>[] = [
    {
      id: "name",
      label: "Datasource",
      cell: (datasource) => (
        <>
          <button type="button" className={classes.open} onClick={() => onEdit(datasource)}>
            {datasource.name}
          </button>{" "}
          {datasource.isDefault ? <Badge>default</Badge> : null}
          <div className={classes.dim}>{datasource.url}</div>
          <div className={classes.below}>
            <Matchers matchers={datasource.matchers} />
          </div>
          <TestResult test={tests.of(datasource.uid)} />
        </>
      ),
    },
    {
      id: "matchers",
      label: "Enforced matchers",
      wide: true,
      cell: ({ matchers }) => <Matchers matchers={matchers} />,
    },
    {
      id: "headers",
      label: "Headers",
      wide: true,
      narrow: true,
      cell: ({ hasHeaders }) => <span className={classes.dim}>{hasHeaders ? "stored" : "none"}</span>,
    },
    {
      id: "updated",
      label: "Changed",
      wide: true,
      narrow: true,
      cell: ({ updatedAt }) => (
        <span className={classes.dim}>
          <Ago at={updatedAt} />
        </span>
      ),
    },
    {
      id: "actions",
      label: "Actions",
      hideLabel: true,
      narrow: true,
      cell: (datasource) => (
        <DatasourceRowActions
          datasource={datasource}
          testing={tests.of(datasource.uid).isPending}
          onTest={() => tests.run(datasource.uid)}
          onEdit={() => onEdit(datasource)}
          onDefault={() => void makeDefault(datasource)}
          onDelete={() => onDelete(datasource)}
        />
      ),
    },
  ];
  return <AdminTable label="Datasources" columns={columns} rows={datasources} rowKey={({ uid }) => uid} />;
}

function Matchers({ matchers }: Pick<Datasource, "matchers">) {
  const entries = Object.entries(matchers);
  if (entries.length === 0) return <Badge tone="warn">none: every series is seen</Badge>;
  return (
    <span className={classes.codes}>
      {entries.map(([label, given]) => (
        <code key={label} className={classes.code}>
          {label}=
          {[given]
            .flat()
            .map((value) => JSON.stringify(value))
            .join(" or ")}
        </code>
      ))}
    </span>
  );
}

function useMakeDefault(tenant: string, datasources: readonly Datasource[]) {
  const { mutateAsync } = useSaveDatasource(tenant);
  return async ({ uid, name }: Datasource) => {
    const before = datasources.find(({ isDefault }) => isDefault);
    try {
      await mutateAsync({ uid, body: { isDefault: true } });
    } catch (error) {
      return notifyError(`${name} was not made the default`, error);
    }
    notifyUndo(`${name} is the default now.`, () => {
      const body = before ? { isDefault: true } : { isDefault: false };
      mutateAsync({ uid: before?.uid ?? uid, body }).catch((error: unknown) =>
        notifyError(`${name} is still the default`, error),
      );
    });
  };
}
