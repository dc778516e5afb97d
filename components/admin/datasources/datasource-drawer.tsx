"use client";

import { Alert, Button, Stack, Switch, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Drawer } from "@/components/ui/drawer";
import { notifyDone } from "@/components/ui/notify";
import { checkForm, type DatasourceForm, testBodyOf, toForm } from "@/lib/client/admin/datasource-form";
import { useSaveDatasource, useTestDatasource } from "@/lib/client/admin/use-datasource-admin";
import { useKeys } from "@/lib/client/keys/use-keys";
import type { Datasource } from "@/lib/shared/prometheus/datasource";
import own from "./datasources.module.css";
import { HeaderFields } from "./header-fields";
import { MatcherFields } from "./matcher-fields";
import { TestResult } from "./test-result";

interface DatasourceDrawerProps {
  tenant: string;
  /** null makes a new one. */
  saved: Datasource | null;
  onSaved: (datasource: Datasource) => void;
  onClose: () => void;
}

export function DatasourceDrawer({ tenant, saved, onSaved, onClose }: DatasourceDrawerProps) {
  const { form, change, checked, shown, leave, tryAll } = useDatasourceForm(saved);
  const save = useSaveDatasource(tenant);
  const test = useTestDatasource(tenant);
  const uid = saved?.uid ?? null;
  useKeys([{ keys: "ctrl+s", inFields: true, run: () => void submit() }]);

  const run = (asked: DatasourceForm) => test.mutate({ uid, body: testBodyOf(asked) });
  function use(url: string) {
    change({ url });
    run({ ...form, url });
  }

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (!tryAll() || save.isPending) return;
    const kept = await save.mutateAsync({ uid, body: checked.body }).catch(() => null);
    if (!kept) return;
    notifyDone(saved ? `${kept.name} is saved.` : `${kept.name} is added.`);
    onSaved(kept);
    onClose();
  }

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={saved ? `Edit ${saved.name}` : "Add datasource"}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md" pb="md">
          <TextInput
            label="Name"
            data-autofocus
            value={form.name}
            error={shown.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            onBlur={() => leave("name")}
          />
          <TextInput
            label="URL"
            description="The Prometheus server, or one that speaks its API: Thanos, Mimir, VictoriaMetrics."
            placeholder="http://prometheus:9090"
            inputMode="url"
            spellCheck={false}
            value={form.url}
            error={shown.url}
            onChange={(event) => change({ url: event.currentTarget.value })}
            onBlur={() => leave("url")}
          />
          {saved ? null : (
            <TextInput
              label="uid"
              description="What dashboards call it. Left empty, the console chooses one; it cannot be changed later."
              spellCheck={false}
              value={form.uid}
              error={shown.uid}
              onChange={(event) => change({ uid: event.currentTarget.value })}
              onBlur={() => leave("uid")}
            />
          )}
          <MatcherFields form={form} problems={shown} onChange={change} onBlur={() => leave("rows")} />
          <HeaderFields
            form={form}
            stored={saved?.hasHeaders ?? false}
            problems={shown}
            onChange={change}
            onBlur={() => leave("rows")}
          />
          <Switch
            label="Default datasource"
            description={
              saved?.isDefault
                ? "Make another one the default to change this."
                : "Used where a dashboard names none."
            }
            checked={form.isDefault}
            disabled={saved?.isDefault}
            onChange={(event) => change({ isDefault: event.currentTarget.checked })}
          />
          {save.isError ? (
            <Alert color="red" role="alert">
              {save.error.message}
            </Alert>
          ) : null}
          <TestResult test={test} onUse={use} />
        </Stack>
        <div className={own.foot}>
          <Button variant="default" loading={test.isPending} onClick={() => run(form)}>
            Test
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            {saved ? "Save datasource" : "Add datasource"}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}

/** The form, with the problems of what was left already; all of them once saving was tried. */
function useDatasourceForm(saved: Datasource | null) {
  const [form, setForm] = useState<DatasourceForm>(() => toForm(saved));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const checked = checkForm(form, saved);
  const problems = Object.entries(checked.problems);
  const isField = (place: string) => place === "name" || place === "url" || place === "uid";
  const shown = Object.fromEntries(
    problems.filter(([place]) => left.has("all") || left.has(isField(place) ? place : "rows")),
  );
  // Moving stored secrets is told as soon as the URL is left.
  if (checked.problems.headers && left.has("url")) shown.headers = checked.problems.headers;
  return {
    form,
    checked,
    shown,
    change: (part: Partial<DatasourceForm>) => setForm((before) => ({ ...before, ...part })),
    leave: (place: string) => setLeft((before) => new Set([...before, place])),
    tryAll() {
      setLeft(new Set(["all"]));
      return problems.length === 0;
    },
  };
}
