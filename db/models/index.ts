import type { Sequelize } from 'sequelize';
import { defineAccount } from './account.ts';
import { defineAuditEvent } from './auditEvent.ts';
import { defineBot } from './bot.ts';
import { defineCallbackReference } from './callbackReference.ts';
import { defineChannel } from './channel.ts';
import { defineComment } from './comment.ts';
import { defineCommentMention } from './commentMention.ts';
import { defineCommentRead } from './commentRead.ts';
import { defineCommentThread } from './commentThread.ts';
import { defineContact } from './contact.ts';
import { defineContactAddress } from './contactAddress.ts';
import { defineConversationTest } from './conversationTest.ts';
import { defineCredential } from './credential.ts';
import { defineFlow } from './flow.ts';
import { defineFlowOps } from './flowOps.ts';
import { defineFlowSnapshot } from './flowSnapshot.ts';
import { defineIdentity } from './identity.ts';
import { defineInstallation } from './installation.ts';
import { defineLanguageModel } from './languageModel.ts';
import { defineMedia } from './media.ts';
import { defineModelEndpoint } from './modelEndpoint.ts';
import { defineModelRole } from './modelRole.ts';
import { defineNamedVersion } from './namedVersion.ts';
import { definePlugin } from './plugin.ts';
import { defineRelease } from './release.ts';
import { defineToken } from './token.ts';

/** Every model bound to one database; tables are in schema `parley`, columns are the attributes in snake_case. */
export function defineModels(sequelize: Sequelize) {
  return {
    Account: defineAccount(sequelize),
    AuditEvent: defineAuditEvent(sequelize),
    Bot: defineBot(sequelize),
    CallbackReference: defineCallbackReference(sequelize),
    Channel: defineChannel(sequelize),
    Comment: defineComment(sequelize),
    CommentMention: defineCommentMention(sequelize),
    CommentRead: defineCommentRead(sequelize),
    CommentThread: defineCommentThread(sequelize),
    Contact: defineContact(sequelize),
    ContactAddress: defineContactAddress(sequelize),
    ConversationTest: defineConversationTest(sequelize),
    Credential: defineCredential(sequelize),
    Flow: defineFlow(sequelize),
    FlowOps: defineFlowOps(sequelize),
    FlowSnapshot: defineFlowSnapshot(sequelize),
    Identity: defineIdentity(sequelize),
    Installation: defineInstallation(sequelize),
    LanguageModel: defineLanguageModel(sequelize),
    Media: defineMedia(sequelize),
    ModelEndpoint: defineModelEndpoint(sequelize),
    ModelRole: defineModelRole(sequelize),
    NamedVersion: defineNamedVersion(sequelize),
    Plugin: definePlugin(sequelize),
    Release: defineRelease(sequelize),
    Token: defineToken(sequelize),
  };
}

/** The models of one database. */
export type Models = ReturnType<typeof defineModels>;
