// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/baseurl.h"
#include "accounts/settings/preferencevalues.h"
#include "atlas/values/objectid.h"
#include "atlas/values/pagerequest.h"
#include "ui/program/link.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <optional>

namespace ui {

/// What the program was started with, checked.
struct CommandLine
{
    /// A saved profile, or the environment's.
    std::optional<QString> profile;
    std::optional<accounts::BaseUrl> baseUrl;
    /// Of a link, where there is one; so is the bucket.
    std::optional<atlas::ProjectId> project;
    std::optional<atlas::BucketId> bucket;
    /// A link, if nothing else was said.
    std::optional<Link> onlyLink{};
    atlas::PageNumber page;
    std::optional<atlas::ItemsPerPage> itemsPerPage;
    /// Readable, and holds a certificate; empty if there is none.
    QString caFile;
    std::optional<accounts::Language> language;
    bool wantsVersion = false;
    bool wantsHelp = false;

    /// The settings, but for what is said here for this run.
    accounts::PreferenceValues over(accounts::PreferenceValues saved) const;
    /// Forgets what the user has chosen anew in the settings: that counts more from then on.
    void yieldTo(const accounts::PreferenceValues &before, const accounts::PreferenceValues &now);
};

/// Reads the arguments, the program's name first; Qt's own options are passed over. The error is
/// one line for standard error.
tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments);

/// The language that the arguments ask for, even if something else in them is wrong: that is said
/// in this language.
std::optional<accounts::Language> languageIn(const QStringList &arguments);

/// What the program is for, in a sentence, in the language of the moment.
QString purpose();

/// What a link among the arguments does; as above.
QString linkPurpose();

/// The options of the window, in the order of the help; as above.
QList<QCommandLineOption> commandLineOptions();

/// The text of `--help`. Needs a QCoreApplication.
QString commandLineHelp();

} // namespace ui
