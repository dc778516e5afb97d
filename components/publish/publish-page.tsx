"use client";

import { Loader, Tabs, VisuallyHidden } from "@mantine/core";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { notifyError } from "@/components/ui/notify";
import tabs from "@/components/ui/tab-list.module.css";
import { publishTabs } from "@/lib/client/publish/publish-url";
import { useCreatePlan } from "@/lib/client/publish/use-plan";
import { type ChangePublishUrl, usePublishUrl } from "@/lib/client/publish/use-publish-url";
import { useTargets } from "@/lib/client/publish/use-targets";
import { ChooseDashboards } from "./plan/choose-dashboards";
import { PlanView } from "./plan/plan-view";
import classes from "./publish.module.css";
import { HistoryList } from "./published/history-list";
import { PublicationTable } from "./published/publication-table";

interface PublishPageProps {
  tenant: string;
  canEditTargets: boolean;
}

const labels = { plan: "Publish", published: "Published", history: "History" } as const;

export function PublishPage({ tenant, canEditTargets }: PublishPageProps) {
  const { url, change } = usePublishUrl();
  const targets = useTargets(tenant);
  const { plan, planning } = usePlanning(tenant, change);
  return (
    <div className={classes.page} data-publish-tab={url.tab}>
      <VisuallyHidden component="h1">Publish</VisuallyHidden>
      <Tabs
        value={url.tab}
        onChange={(tab) => change({ tab: publishTabs.find((known) => known === tab) ?? "plan" })}
        keepMounted={false}
      >
        <Tabs.List mb="md" className={tabs.oneLine}>
          {publishTabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {labels[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="plan">
          {targets.isPending ? <Loader size="sm" aria-label="Reading the Grafana targets" /> : null}
          {targets.isError ? (
            <Notice title="The Grafana targets could not be listed">{targets.error.message}</Notice>
          ) : null}
          {targets.data?.length === 0 ? <NoTargets tenant={tenant} canEdit={canEditTargets} /> : null}
          {targets.data && targets.data.length > 0 ? (
            <PlanSteps tenant={tenant} targets={targets.data} {...{ url, change, plan, planning }} />
          ) : null}
        </Tabs.Panel>
        <Tabs.Panel value="published">
          <PublicationTable
            tenant={tenant}
            planning={planning}
            onPlan={({ uid, target }) => plan(target.id, [uid], "push")}
          />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <HistoryList tenant={tenant} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/** Makes a plan and shows it. */
function usePlanning(tenant: string, change: ChangePublishUrl) {
  const create = useCreatePlan(tenant);
  const plan = (target: string, dashboards: string[], how: "push" | "replace") =>
    create.mutate(
      { target, dashboards },
      {
        onSuccess: ({ id }) => change({ tab: "plan", plan: id, target, dashboards }, how),
        onError: (error) => notifyError("There is no plan", error),
      },
    );
  return { plan, planning: create.isPending };
}

interface PlanStepsProps extends ReturnType<typeof usePublishUrl>, ReturnType<typeof usePlanning> {
  tenant: string;
  targets: NonNullable<ReturnType<typeof useTargets>["data"]>;
}

function PlanSteps({ tenant, targets, url, change, plan, planning }: PlanStepsProps) {
  if (!url.plan) {
    return (
      <ChooseDashboards
        tenant={tenant}
        targets={targets}
        url={url}
        change={change}
        planning={planning}
        onPlan={(target) => plan(target, url.dashboards, "push")}
      />
    );
  }
  return (
    <PlanView
      key={url.plan}
      tenant={tenant}
      id={url.plan}
      replanning={planning}
      onBack={() => change({ plan: null })}
      onReplan={({ target, items }) =>
        plan(
          target.id,
          items.map(({ uid }) => uid),
          "replace",
        )
      }
    />
  );
}

function NoTargets({ tenant, canEdit }: { tenant: string; canEdit: boolean }) {
  if (!canEdit) {
    return (
      <Notice title="No Grafana to publish to">
        An admin of this tenant can add one under Admin, Grafana targets.
      </Notice>
    );
  }
  return (
    <Notice
      title="No Grafana to publish to"
      actions={<LinkButton href={`/t/${tenant}/admin/grafana`}>Add a Grafana</LinkButton>}
    >
      A target is the address of a Grafana server and a token with the role Editor.
    </Notice>
  );
}
