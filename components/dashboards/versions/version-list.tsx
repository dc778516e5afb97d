"use client";

import { Button, Select, VisuallyHidden } from "@mantine/core";
import { usePathname, useSearchParams } from "next/navigation";
import { Ago } from "@/components/ui/ago";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import table from "@/components/ui/table.module.css";
import { usePageTitle } from "@/lib/client/shell/use-page-title";
import type { DashboardVersion } from "@/lib/shared/dashboards/dashboard";
import { useRestoreVersion } from "./use-restore-version";
import { VersionChanges } from "./version-changes";
import classes from "./version-list.module.css";

interface VersionListProps {
  tenant: string;
  uid: string;
  title: string;
  current: number;
  versions: readonly DashboardVersion[];
  canRestore: boolean;
}

/** Every version that is kept; any two of them compared; any of them restored. */
export function VersionList({ tenant, uid, title, current, versions, canRestore }: VersionListProps) {
  usePageTitle(title);
  const { from, to, compare } = useComparison(versions, current);
  const restore = useRestoreVersion(tenant, uid, current);
  const address = `/t/${tenant}/d/${uid}`;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>Versions of {title}</h1>
        <LinkButton href={address} variant="default">
          Back to the dashboard
        </LinkButton>
      </div>
      {versions.length > 1 ? (
        <Comparison versions={versions} from={from} to={to} onCompare={compare} />
      ) : null}
      {from !== null && to !== null ? <VersionChanges tenant={tenant} uid={uid} from={from} to={to} /> : null}
      <table className={table.table} aria-label="Versions">
        <thead>
          <tr>
            <th data-narrow>Version</th>
            <th>Message</th>
            <th data-narrow>Saved</th>
            <th data-narrow>
              <VisuallyHidden>Actions</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, message, createdAt, createdBy }) => (
            <tr
              key={version}
              data-version={version}
              data-chosen={version === from || version === to || undefined}
            >
              <td data-narrow>
                <Link
                  className={classes.number}
                  href={version === current ? address : `${address}/versions/${version}`}
                >
                  {version}
                </Link>
                {version === current ? <span className={classes.who}> current</span> : null}
              </td>
              <td className={classes.message}>
                {message || <span className={classes.who}>No message</span>}
              </td>
              <td data-narrow className={classes.who}>
                <Ago at={createdAt} /> by {createdBy}
              </td>
              <td data-narrow>
                {version === current ? null : (
                  <span className={classes.actions}>
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={`Compare version ${version} with the current one`}
                      onClick={() => compare(version, current)}
                    >
                      Compare
                    </Button>
                    {canRestore ? (
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={`Restore version ${version}`}
                        loading={restore.isPending && restore.variables === version}
                        onClick={() => restore.mutate(version)}
                      >
                        Restore
                      </Button>
                    ) : null}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ComparisonProps {
  versions: readonly DashboardVersion[];
  from: number | null;
  to: number | null;
  onCompare: (from: number, to: number) => void;
}

function Comparison({ versions, from, to, onCompare }: ComparisonProps) {
  const choices = versions.map(({ version, message }) => ({
    value: String(version),
    label: message ? `${version}: ${message.slice(0, 60)}` : String(version),
  }));
  const [newest, before] = [versions[0]?.version ?? 1, versions[1]?.version ?? 1];
  return (
    <div className={classes.comparison}>
      <Select
        label="Compare"
        data={choices}
        value={from === null ? null : String(from)}
        placeholder="An older version"
        onChange={(value) => onCompare(Number(value ?? before), to ?? newest)}
        searchable
      />
      <Select
        label="With"
        data={choices}
        value={to === null ? null : String(to)}
        placeholder="A newer version"
        onChange={(value) => onCompare(from ?? before, Number(value ?? newest))}
        searchable
      />
    </div>
  );
}

/** Which two are compared stands in the address. */
function useComparison(versions: readonly DashboardVersion[], current: number) {
  const search = useSearchParams();
  const pathname = usePathname();
  const kept = (name: string) => {
    const wanted = Number(search.get(name));
    return versions.some(({ version }) => version === wanted) ? wanted : null;
  };
  const from = kept("from");
  return {
    from,
    to: kept("to") ?? (from === null ? null : current),
    compare: (older: number, newer: number) =>
      window.history.pushState(null, "", `${pathname}?from=${older}&to=${newer}`),
  };
}
