// SPDX-License-Identifier: Apache-2.0
#include "ui/trust.h"

#include "accounts/seencertificates.h"
#include "net/trustedcertificates.h"

#include <array>

namespace ui {

using accounts::SeenCertificates;

namespace {

struct CaFile
{
    QString path;
    SeenCertificates::Source source;
};

/// The command line's counts for one start: without it, nothing has changed.
bool isNoted(const CaFile &file)
{
    return file.source == SeenCertificates::Source::Profile || !file.path.isEmpty();
}

} // namespace

tl::expected<Trust, QString> readTrust(const accounts::Profile &profile,
                                       const QString &commandLineFile,
                                       accounts::SettingsFile &settings)
{
    using Source = SeenCertificates::Source;
    const std::array files{CaFile{profile.caFile, Source::Profile},
                           CaFile{commandLineFile, Source::CommandLine}};
    SeenCertificates seen(settings);
    Trust trust;
    for (const CaFile &file : files) {
        const auto certificates = net::readTrustedCertificates(QStringList{file.path});
        if (!certificates)
            return tl::unexpected(certificates.error());
        trust.authorities += *certificates;
        if (profile.fromEnvironment || !isNoted(file))
            continue;
        const bool isOther = seen.note(profile.id, file.source, net::digestOf(*certificates));
        if (isOther && !file.path.isEmpty())
            trust.changedFiles.append(file.path);
    }
    return trust;
}

} // namespace ui
