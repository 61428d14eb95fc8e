import type { Metadata } from "next";
import { FallbackList } from "@/components/settings/routing/fallback-list";
import { LeaverList } from "@/components/settings/routing/leaver-list";
import { RoutingDesk } from "@/components/settings/routing/routing-desk";
import { RoutingFallback } from "@/components/settings/routing/routing-fallback";
import { RoutingReading } from "@/components/settings/routing/routing-reading";
import { RoutingRules } from "@/components/settings/routing/routing-rules";
import { RoutingSave } from "@/components/settings/routing/routing-save";
import { RoutingSegments } from "@/components/settings/routing/routing-segments";
import { RoutingTeam } from "@/components/settings/routing/routing-team";
import { WithoutRepList } from "@/components/settings/routing/without-rep-list";
import { SettingVersions } from "@/components/settings/setting-versions";
import { SettingsHeader } from "@/components/settings/settings-header";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { settingsOf } from "@/lib/access/places";
import { leaversWithLeads } from "@/lib/gate/leavers/queries";
import { leadsWithoutRep } from "@/lib/gate/waiting/queries";
import { routingAddress } from "@/lib/platform/address";
import { systemClock } from "@/lib/platform/clock";
import { formatAge, formatMoment } from "@/lib/platform/format";
import { fallbackList } from "@/lib/routing/fallbacks/queries";
import { routingInForce } from "@/lib/routing/queries";
import { fallbackChoices, fallbackInForce, teamList } from "@/lib/routing/team/queries";
import { routingHistory } from "@/lib/routing/versions/queries";
import { type HoursOf, hoursOf } from "@/lib/sla/hours/queries";
import { hoursLine } from "../hours-line";
import { teamLine } from "./team-line";

export const metadata: Metadata = { title: "Routing" };

export default async function RoutingPage() {
  const viewer = await requireViewer(routingAddress(), "see routing");
  const now = systemClock();
  const [inForce, history, waiting, fallbacks, leavers, team, people, fallback] = await Promise.all(
    [
      routingInForce(),
      routingHistory(viewer),
      leadsWithoutRep(viewer, now),
      fallbackList(viewer),
      may(viewer, "settle fallbacks") ? leaversWithLeads(viewer) : [],
      teamList(viewer, now),
      fallbackChoices(viewer),
      fallbackInForce(viewer),
    ],
  );
  const { settings, version } = inForce;
  const editable = may(viewer, "manage people");
  const ids = team.map(({ id }) => id);
  const hours = editable ? await hoursOf(viewer, ids, now) : new Map<string, HoursOf>();
  const lines = fallbacks.map(({ at, ...row }) => ({
    ...row,
    when: formatMoment(at, viewer, now),
  }));
  const rest = (
    <>
      <WithoutRepList
        leads={waiting.map(({ since, ...one }) => ({
          ...one,
          age: formatAge(since, now, viewer),
        }))}
      />
      <LeaverList leavers={leavers} locale={viewer.locale} />
      <FallbackList lines={lines} />
      <SettingVersions versions={history} now={now} reader={viewer} />
    </>
  );
  return (
    <>
      <SettingsHeader
        title="Routing"
        current={routingAddress()}
        places={settingsOf(viewer)}
        count={version === 0 ? "The product’s own rules" : `Version ${version} in force`}
      />
      {may(viewer, "set routing") ? (
        <RoutingDesk personId={viewer.id} inForce={inForce}>
          <div className="mt-5 grid gap-x-10 xl:grid-cols-[minmax(0,1fr)_340px]">
            <div className="min-w-0">
              <RoutingRules />
              <RoutingSegments />
              <RoutingFallback
                people={people}
                standsIn={fallback && !fallback.isNamed ? fallback.name : null}
              />
            </div>
            <div className="min-w-0">
              <RoutingSave locale={viewer.locale} />
              {rest}
            </div>
          </div>
        </RoutingDesk>
      ) : (
        <div className="mt-5 grid gap-x-10 xl:grid-cols-[minmax(0,1fr)_340px]">
          <div className="min-w-0">
            <RoutingReading settings={settings} fallback={fallback} locale={viewer.locale} />
          </div>
          <div className="min-w-0">{rest}</div>
        </div>
      )}
      <RoutingTeam
        team={team.map((member) => {
          const own = hours.get(member.id);
          const line = own ? hoursLine(own, viewer, now) : null;
          return teamLine(member, settings.segments, line, now);
        })}
        allSegments={settings.segments.map(({ id, name }) => ({ id, name }))}
        editable={editable}
      />
    </>
  );
}
