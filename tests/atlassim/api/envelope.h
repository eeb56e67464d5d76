// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/atlaserror.h"
#include "tests/atlassim/http/httprequest.h"

namespace atlassim {

/// A list as the request wants it: `status` beside its fields if it asked for an envelope.
QByteArray listBody(const HttpRequest &request, QJsonObject page);

/// One object as the request wants it: below `content` if it asked for an envelope.
HttpReply objectReply(const HttpRequest &request, const QJsonObject &object,
                      const HeaderList &headers);

/// An error as the request wants it: in an envelope, it comes with HTTP status 200.
HttpReply errorReply(const HttpRequest &request, const AtlasError &error);

} // namespace atlassim
