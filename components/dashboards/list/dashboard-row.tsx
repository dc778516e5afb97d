"use client";

import { IconFolder, IconLock, IconStar, IconStarFilled } from "@tabler/icons-react";
import type { Ref } from "react";
import { Ago } from "@/components/ui/ago";
import { CheckBox } from "@/components/ui/check-box";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { useStar } from "@/lib/client/dashboards/use-star";
import type { Folder } from "@/lib/shared/dashboards/folder";
import type { FoundDashboard, SearchMatch } from "@/lib/shared/dashboards/library";
import classes from "./dashboard-list.module.css";
import { RowMenu, type RowMenuProps } from "./row-menu";

interface DashboardRowProps extends RowMenuProps {
  item: FoundDashboard;
  index: number;
  measure?: Ref<HTMLTableRowElement>;
  chosen: boolean;
  /** With the shift key: all since the one chosen last. */
  onChoose: (range: boolean) => void;
  onTag: (tag: string) => void;
}

export function DashboardRow({ item, index, measure, chosen, onChoose, onTag, ...menu }: DashboardRowProps) {
  const { tenant } = menu;
  const star = useStar(tenant, item.uid, item.starred);
  return (
    <tr ref={measure} data-index={index} data-chosen={chosen || undefined} data-dashboard-uid={item.uid}>
      <td data-narrow>
        <CheckBox
          aria-label={`Select ${item.title}`}
          checked={chosen}
          onChange={(event) =>
            onChoose(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
          }
        />
      </td>
      <td data-narrow>
        <IconButton
          small
          aria-label={star.starred ? `Take the star off ${item.title}` : `Star ${item.title}`}
          aria-pressed={star.starred}
          data-star
          onClick={star.toggle}
        >
          {star.starred ? <IconStarFilled size={15} color="var(--ps-warn)" /> : <IconStar size={15} />}
        </IconButton>
      </td>
      <td className={classes.main}>
        <Link className={classes.title} href={`/t/${tenant}/d/${item.uid}`} data-row-link>
          {item.title}
        </Link>
        {item.seenFrom === "viewer" ? null : (
          <IconLock
            size={13}
            className={classes.lock}
            aria-label={`Seen by the role ${item.seenFrom} and higher`}
          />
        )}
        <span className={classes.tags}>
          {item.tags.map((tag) => (
            <button key={tag} type="button" className={classes.tag} onClick={() => onTag(tag)}>
              {tag}
            </button>
          ))}
        </span>
        <Matches tenant={tenant} uid={item.uid} matches={item.matches ?? []} />
      </td>
      <td className={`${classes.dim} ${classes.wide}`}>{item.folderTitle ?? "Top level"}</td>
      <td className={`${classes.dim} ${classes.wide}`}>
        <Ago at={item.updatedAt} /> by {item.updatedBy}
      </td>
      <td data-narrow>
        <RowMenu item={item} {...menu} />
      </td>
    </tr>
  );
}

/** What besides its title a dashboard was found by; a panel is one click away. */
function Matches({ tenant, uid, matches }: { tenant: string; uid: string; matches: readonly SearchMatch[] }) {
  if (matches.length === 0) return null;
  return (
    <span className={classes.matches}>
      {matches.map(({ kind, text, panelId }) => (
        <span key={`${kind}/${text}/${panelId ?? ""}`}>
          {kind}{" "}
          {panelId === undefined ? (
            <code>{text}</code>
          ) : (
            <Link href={`/t/${tenant}/d/${uid}?viewPanel=${panelId}`}>{text}</Link>
          )}
        </span>
      ))}
    </span>
  );
}

export function FolderRow({ href, folder }: { href: string; folder: Folder }) {
  return (
    <tr>
      <td data-narrow />
      <td data-narrow>
        <IconFolder size={16} className={classes.folderIcon} aria-hidden />
      </td>
      <td className={classes.main}>
        <Link className={classes.title} href={href} data-row-link>
          {folder.title}
        </Link>
      </td>
      <td className={`${classes.dim} ${classes.wide}`} colSpan={2}>
        {folder.dashboards === 1 ? "1 dashboard" : `${folder.dashboards} dashboards`}
      </td>
      <td data-narrow />
    </tr>
  );
}
