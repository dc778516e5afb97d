"use client";

import { useState } from "react";
import { Ago } from "@/components/ui/ago";
import { notifyError } from "@/components/ui/notify";
import { notifyUndo } from "@/components/ui/notify-undo";
import { useSaveDatasource, useTestDatasource } from "@/lib/client/admin/use-datasource-admin";
import type { Datasource, DatasourceTest } from "@/lib/shared/prometheus/datasource";
import classes from "../admin.module.css";
import { AdminTable, type Column } from "../admin-table";
import { Badge } from "../badge";
import { DatasourceRowActions } from "./datasource-row-actions";
import { TestResult } from "./test-result";

interface DatasourceTableProps {
  tenant: string;
  datasources: readonly Datasource[];
  onEdit: (datasource: Datasource) => void;
  onDelete: (datasource: Datasource) => void;
}

export function DatasourceTable({ tenant, datasources, onEdit, onDelete }: DatasourceTableProps) {
  const { tests, run } = useTests(tenant);
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
          {tests[datasource.uid] ? <TestResult test={tests[datasource.uid] ?? untested} /> : null}
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
          testing={tests[datasource.uid]?.isPending ?? false}
          onTest={() => run(datasource.uid)}
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

interface TestState {
  isPending: boolean;
  isError: boolean;
  error: Error | null;
  data: DatasourceTest | undefined;
}

const untested: TestState = { isPending: false, isError: false, error: null, data: undefined };

/** One test a row, several at once if wanted. */
function useTests(tenant: string) {
  const { mutateAsync } = useTestDatasource(tenant);
  const [tests, setTests] = useState<Readonly<Record<string, TestState>>>({});
  const put = (uid: string, state: Partial<TestState>) =>
    setTests((all) => ({ ...all, [uid]: { ...untested, ...state } }));
  function run(uid: string) {
    put(uid, { isPending: true });
    mutateAsync({ uid }).then(
      (data) => put(uid, { data }),
      (error: Error) => put(uid, { isError: true, error }),
    );
  }
  return { tests, run };
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
