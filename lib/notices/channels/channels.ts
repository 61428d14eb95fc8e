import { CHANNEL_IDS, type ChannelId, type ChannelSystem } from "./channel";
import { slack } from "./slack";
import { smtp } from "./smtp";
import { teams } from "./teams";

const BY_ID: Readonly<Record<ChannelId, ChannelSystem>> = { smtp, slack, teams };

/** The ways to people that an admin can connect, in the order in which they are offered. */
export const CHANNELS: readonly ChannelSystem[] = CHANNEL_IDS.map((id) => BY_ID[id]);

/** The channel with an id, such as 'slack'; undefined where there is none. */
export function channelOf(id: string): ChannelSystem | undefined {
  return CHANNELS.find((channel) => channel.id === id);
}
