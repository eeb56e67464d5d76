// SPDX-License-Identifier: Apache-2.0
#include "startup/trust.h"

#include "accounts/profiles/seencertificates.h"
#include "net/wire/trustedcertificates.h"

#include <array>

namespace startup {

using accounts::SeenCertificates;

namespace {

using Source = SeenCertificates::Source;

struct CaFile
{
    QString path;
    Source source;
    QList<QSslCertificate> certificates;
};

/// The command line's counts for one start: without it, nothing has changed.
bool isNoted(const CaFile &file)
{
    return file.source == Source::Profile || !file.path.isEmpty();
}

Trust trustIn(const std::array<CaFile, 2> &files, const accounts::Profile &profile,
              accounts::SettingsFile &settings)
{
    SeenCertificates seen(settings);
    Trust trust;
    for (const CaFile &file : files) {
        trust.authorities += file.certificates;
        if (profile.fromEnvironment || !isNoted(file))
            continue;
        const bool isOther = seen.note(profile.id, file.source, net::digestOf(file.certificates));
        if (isOther && !file.path.isEmpty())
            trust.changedFiles.append(file.path);
    }
    return trust;
}

} // namespace

void readTrust(const accounts::Profile &profile, const QString &commandLineFile,
               accounts::SettingsFile &settings, QObject *context,
               const std::function<void(const FoundTrust &)> &found)
{
    const auto readGiven = [=, &settings](const net::TrustedCertificates &own) {
        if (!own)
            return found(tl::unexpected(own.error()));
        const auto noteBoth = [=, &settings, own = *own](const net::TrustedCertificates &given) {
            if (!given)
                return found(tl::unexpected(given.error()));
            found(trustIn({CaFile{profile.caFile, Source::Profile, own},
                           CaFile{commandLineFile, Source::CommandLine, *given}},
                          profile, settings));
        };
        net::readTrustedCertificatesAside({commandLineFile}, context, noteBoth);
    };
    net::readTrustedCertificatesAside({profile.caFile}, context, readGiven);
}

} // namespace startup
