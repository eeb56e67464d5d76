// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/baseurl.h"
#include "accounts/settings/preferencevalues.h"
#include "atlas/values/objectid.h"
#include "headless/format.h"
#include "insight/health/finding.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

namespace headless {

/// What the program was asked to do, checked.
struct Command
{
    Verb verb = Verb::List;

    /// A saved profile, or the environment's.
    std::optional<QString> profile{};
    std::optional<accounts::BaseUrl> baseUrl{};
    /// Readable, and holds a certificate; empty if there is none.
    QString caFile{};
    accounts::Language language = accounts::Language::System;

    /// Empty for all that the credential sees.
    QList<atlas::ProjectId> projects{};
    bool isQuiet = false;
    /// Whether what is read is kept, unless the settings say no.
    bool keepsHistory = true;
    /// For the whole run.
    std::optional<std::chrono::seconds> timeout{};

    Format format = Format::Json;
    /// Absolute; empty for standard output.
    QString outputPath{};
    /// Of a list: as in the window's filter.
    QString filter{};
    /// Of a check: from which severity on a finding makes it fail; nothing: none does.
    std::optional<insight::Severity> failOn = insight::Severity::Critical;
    /// Of a check; empty for the file beside the settings.
    QString acceptedPath{};
    /// Of changes: with the newest reading that is no younger; nothing: with the last.
    std::optional<QDateTime> since{};

    bool wantsHelp = false;
};

/// Reads the arguments, the program's name and the verb first. `now` is what ages count from. The
/// error is one line for standard error, in the language of the moment.
tl::expected<Command, QString> parseCommand(const QStringList &arguments, const QDateTime &now);

/// The language that the arguments ask for, even if something else in them is wrong.
std::optional<accounts::Language> languageIn(const QStringList &arguments);

} // namespace headless
