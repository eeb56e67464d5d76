// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/baseurl.h"
#include "accounts/preferencevalues.h"
#include "accounts/profile.h"
#include "atlas/objectid.h"
#include "atlas/pagerequest.h"

#include <QStringList>

#include <tl/expected.hpp>

#include <optional>

class QCommandLineParser;

namespace ui {

/// What the program was started with, checked.
struct CommandLine
{
    std::optional<QString> profile;
    std::optional<accounts::BaseUrl> baseUrl;
    std::optional<atlas::ProjectId> project;
    std::optional<atlas::BucketId> bucket;
    atlas::PageNumber page;
    std::optional<atlas::ItemsPerPage> itemsPerPage;
    /// Readable, and holds a certificate; empty if there is none.
    QString caFile;
    std::optional<accounts::Language> language;
    bool wantsVersion = false;
    bool wantsHelp = false;
};

/// Reads the arguments, the program's name first. The error is one line for standard error.
tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments);

/// The text of `--help`. Needs a QCoreApplication.
QString commandLineHelp();

/// Why the program cannot begin with that profile: a saved secret goes to the profile's own address
/// alone, whatever --base-url says. One translated line for standard error; nothing if it can.
std::optional<QString> addressProblem(const CommandLine &line,
                                      const std::optional<accounts::Profile> &profile);

} // namespace ui
