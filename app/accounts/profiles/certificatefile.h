// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace accounts {

/// Why a file cannot serve as a list of trusted CAs (PEM), as one translated sentence; nothing if
/// it can. Reads the file: at most 4 MiB. Whether the certificates are any good is for TLS to say.
std::optional<QString> problemWithCertificateFile(const QString &path);

} // namespace accounts
