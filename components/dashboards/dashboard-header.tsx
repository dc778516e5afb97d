"use client";

import { IconPencil, IconShare2, IconStar, IconStarFilled } from "@tabler/icons-react";
import { TimeControls } from "@/components/time/time-controls";
import { HoverLabel } from "@/components/ui/hover-label";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { TextLink } from "@/components/ui/text-link";
import type { DashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import { useStar } from "@/lib/client/dashboards/use-star";
import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import classes from "./dashboard-page.module.css";

interface DashboardHeaderProps {
  tenant: string;
  uid: string;
  starred: boolean;
  dashboard: ReadDashboard;
  time: DashboardTime;
  busy: boolean;
  editHref: string | null;
  onShare: () => void;
}

export function DashboardHeader(props: DashboardHeaderProps) {
  const { tenant, uid, starred, dashboard, time, busy, editHref, onShare } = props;
  return (
    <header className={classes.header}>
      <div className={classes.name}>
        <StarButton tenant={tenant} uid={uid} starred={starred} />
        <h1 className={classes.title} title={dashboard.description || dashboard.title}>
          {dashboard.title}
        </h1>
        <div className={classes.tags}>
          {dashboard.tags.map((tag) => (
            <Link
              key={tag}
              className={classes.tag}
              href={`/t/${tenant}/dashboards?tag=${encodeURIComponent(tag)}`}
            >
              <span>{tag}</span>
            </Link>
          ))}
        </div>
      </div>
      <div className={classes.actions}>
        <HoverLabel label="Share">
          <IconButton aria-label="Share" onClick={onShare}>
            <IconShare2 size={17} />
          </IconButton>
        </HoverLabel>
        {editHref ? (
          <TextLink href={editHref} look="default">
            <IconPencil size={15} aria-hidden />
            Edit
          </TextLink>
        ) : null}
      </div>
      <div className={classes.controls}>
        <TimeControls time={time} refresh={{ intervals: dashboard.refreshIntervals, busy }} />
      </div>
    </header>
  );
}

function StarButton({ tenant, uid, starred }: { tenant: string; uid: string; starred: boolean }) {
  const star = useStar(tenant, uid, starred);
  const label = star.starred ? "Take the star off" : "Star this dashboard";
  return (
    <HoverLabel label={label}>
      <IconButton aria-label={label} aria-pressed={star.starred} onClick={star.toggle}>
        {star.starred ? <IconStarFilled size={17} color="var(--ps-warn)" /> : <IconStar size={17} />}
      </IconButton>
    </HoverLabel>
  );
}
