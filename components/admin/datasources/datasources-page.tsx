"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { notifyDone } from "@/components/ui/notify";
import { useDatasourceSettings, useDeleteDatasource } from "@/lib/client/admin/use-datasource-admin";
import { useDatasourceTests } from "@/lib/client/admin/use-datasource-tests";
import { useUrlFields } from "@/lib/client/admin/use-url-fields";
import type { Datasource } from "@/lib/shared/prometheus/datasource";
import { AdminHead } from "../admin-head";
import { ConfirmDialog } from "../confirm-dialog";
import { ListState } from "../list-state";
import { QuotaHint } from "../quota-hint";
import { DatasourceDrawer } from "./datasource-drawer";
import { DatasourceTable } from "./datasource-table";

/** `edit` names the datasource whose form is open; `new` is the form of a new one. */
const defaults = { edit: "", new: "" };

export function DatasourcesPage({ tenant }: { tenant: string }) {
  const datasources = useDatasourceSettings(tenant);
  const remove = useDeleteDatasource(tenant);
  const tests = useDatasourceTests(tenant);
  const { fields, change } = useUrlFields(defaults);
  const [asked, setAsked] = useState<Datasource | null>(null);
  const items = datasources.data ?? [];
  const edited = items.find(({ uid }) => uid === fields.edit) ?? null;
  const add = (
    <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => change({ new: "1", edit: "" })}>
      Add datasource
    </Button>
  );
  return (
    <>
      <AdminHead
        title="Datasources"
        about="The Prometheus servers that dashboards ask. The console asks them itself and puts the matchers into every query."
      >
        {items.length > 0 ? add : null}
      </AdminHead>
      <QuotaHint tenant={tenant} quota="datasources" />
      <ListState
        what="datasources"
        query={datasources}
        isEmpty={items.length === 0}
        empty={
          <Notice title="No datasource yet" actions={add}>
            Panels show data once the console knows a Prometheus server to ask.
          </Notice>
        }
      >
        <DatasourceTable
          tenant={tenant}
          datasources={items}
          tests={tests}
          onEdit={({ uid }) => change({ edit: uid, new: "" })}
          onDelete={setAsked}
        />
      </ListState>
      {fields.new !== "" || edited ? (
        <DatasourceDrawer
          key={edited?.uid ?? ""}
          tenant={tenant}
          saved={edited}
          onSaved={({ uid }) => tests.run(uid)}
          onClose={() => change({ edit: "", new: "" })}
        />
      ) : null}
      {asked ? (
        <ConfirmDialog
          title={`Delete ${asked.name}`}
          action="Delete datasource"
          run={async () => {
            await remove.mutateAsync(asked.uid);
            notifyDone(`${asked.name} is deleted.`);
          }}
          onClose={() => setAsked(null)}
        >
          Panels that ask <b>{asked.uid}</b> show an error until it is made again under the same uid. Its
          headers are lost. The server itself and its data are not touched.
        </ConfirmDialog>
      ) : null}
    </>
  );
}
