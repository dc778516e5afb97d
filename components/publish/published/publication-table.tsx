"use client";

import { ActionIcon, Button, Loader, Menu } from "@mantine/core";
import { IconDotsVertical, IconDownload, IconUnlink, IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { DiffView } from "@/components/publish/diff-view";
import { PageLink } from "@/components/publish/page-link";
import classes from "@/components/publish/publish.module.css";
import { StateMark } from "@/components/publish/state-mark";
import { Ago } from "@/components/ui/ago";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { notifyDone, notifyError } from "@/components/ui/notify";
import { useCheckDrift, useDetach, usePublications } from "@/lib/client/publish/use-publications";
import type { Publication } from "@/lib/shared/publish/publication";
import { diffSummary, publicationWord } from "@/lib/shared/publish/words";
import { PullDialog } from "./pull-dialog";

interface PublicationTableProps {
  tenant: string;
  onPlan: (publication: Publication) => void;
  planning: boolean;
}

/** What stands where, whether it still is what was published, and what can be done about it. */
export function PublicationTable({ tenant, onPlan, planning }: PublicationTableProps) {
  const publications = usePublications(tenant);
  const check = useCheckDrift(tenant);
  const [pulling, setPulling] = useState<Publication | null>(null);
  const items = publications.data ?? [];
  const lookAgain = () =>
    check.mutate(undefined, { onError: (error) => notifyError("Grafana could not be asked", error) });
  if (publications.isError) {
    return <Notice title="The list could not be read">{publications.error.message}</Notice>;
  }
  if (publications.isSuccess && items.length === 0) {
    return <Notice title="Nothing is published yet">Choose dashboards and a Grafana under Publish.</Notice>;
  }
  return (
    <>
      <div className={classes.head}>
        <span className={classes.dim}>{items.length} published</span>
        {planning ? <Loader size="xs" aria-label="Making the plan" /> : null}
        <div className={classes.end}>
          <Button variant="default" loading={check.isPending} onClick={lookAgain}>
            Check for drift
          </Button>
        </div>
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>Dashboard</th>
            <th>State</th>
            <th className={classes.wide}>Grafana</th>
            <th className={classes.wide}>Published</th>
            <th className={classes.narrow}>
              <span className={classes.hidden}>Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <PublicationRow
              key={`${item.target.id} ${item.uid}`}
              tenant={tenant}
              item={item}
              onPlan={() => onPlan(item)}
              onPull={() => setPulling(item)}
            />
          ))}
        </tbody>
      </table>
      {pulling ? <PullDialog tenant={tenant} publication={pulling} onClose={() => setPulling(null)} /> : null}
    </>
  );
}

interface PublicationRowProps {
  tenant: string;
  item: Publication;
  onPlan: () => void;
  onPull: () => void;
}

function PublicationRow({ tenant, item, onPlan, onPull }: PublicationRowProps) {
  const { word, tone } = publicationWord(item);
  const { drift } = item;
  return (
    <tr data-publication={item.uid} data-drift={drift?.state ?? "unchecked"}>
      <td>
        {item.title ? (
          <Link className={classes.strong} href={`/t/${tenant}/d/${item.uid}`} prefetch={false}>
            {item.title}
          </Link>
        ) : (
          <span className={classes.dim}>{item.uid}</span>
        )}
        <PageLink url={item.url} title={item.title ?? item.uid} />
        {drift?.state === "changed" ? (
          <details className={classes.details} open={drift.diff.panels.length <= 2}>
            <summary>{diffSummary(drift.diff)}</summary>
            <DiffView diff={drift.diff} />
          </details>
        ) : null}
      </td>
      <td>
        <StateMark tone={tone}>{word}</StateMark>
        <p className={classes.reason}>
          {drift?.changedBy && drift.changedBy !== "Anonymous" ? `by ${drift.changedBy}` : drift?.message}
          {item.checkedAt ? (
            <>
              {" "}
              checked <Ago at={item.checkedAt} />
            </>
          ) : null}
        </p>
      </td>
      <td className={classes.wide}>
        {item.target.name}
        <span className={classes.dim}> v{drift?.grafanaVersion ?? item.grafanaVersion}</span>
      </td>
      <td className={`${classes.dim} ${classes.wide}`}>
        <Ago at={item.publishedAt} /> by {item.publishedBy}
      </td>
      <td className={classes.narrow}>
        <PublicationMenu tenant={tenant} item={item} onPlan={onPlan} onPull={onPull} />
      </td>
    </tr>
  );
}

function PublicationMenu({ tenant, item, onPlan, onPull }: PublicationRowProps) {
  const detach = useDetach(tenant);
  const key = { target: item.target.id, dashboard: item.uid };
  const leave = () =>
    detach.mutate(key, {
      onSuccess: () => notifyDone(`${item.title ?? item.uid} is no longer followed. It stays in Grafana.`),
      onError: (error) => notifyError("It was not detached", error),
    });
  const isHere = item.title !== null;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={`Actions for ${item.title ?? item.uid}`}>
          <IconDotsVertical size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUpload size={15} aria-hidden />} disabled={!isHere} onClick={onPlan}>
          {item.drift?.state === "changed" ? "Overrule what changed there" : "Publish again"}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDownload size={15} aria-hidden />}
          disabled={!isHere || item.drift?.state !== "changed"}
          onClick={onPull}
        >
          Pull what changed there
        </Menu.Item>
        <Menu.Item leftSection={<IconUnlink size={15} aria-hidden />} onClick={leave}>
          Detach
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
