// SPDX-License-Identifier: Apache-2.0
#include "writtenround.h"

using namespace Qt::Literals::StringLiterals;

namespace writtenround {

int changedProfile(int round)
{
    return round % ProfileCount;
}

int latestChange(int profile, int round)
{
    const int since = (round - profile + ProfileCount) % ProfileCount;
    return round - since;
}

accounts::ProfileId idOf(int profile)
{
    return accounts::ProfileId(QUuid(static_cast<uint>(profile + 1), 0x3f5a, 0x4c6e, 0x9a, 0x41,
                                     0x5d, 0x0e, 0x7b, 0x2c, 0x88, 0x13));
}

accounts::Profile profileOf(int profile, int round)
{
    accounts::Profile made;
    made.id = idOf(profile);
    made.name = u"운영 %1, round %2"_s.arg(profile).arg(round);
    made.identity = u"mdb_sa_id_%1"_s.arg(round, 24, 16, QChar(u'0'));
    made.defaultProject = atlas::ProjectId::fromHex(u"%1"_s.arg(round, 24, 16, QChar(u'0')));
    return made;
}

accounts::Secret secretOf(int profile, int round)
{
    return accounts::Secret::fromString(u"secret-%1-%2"_s.arg(profile).arg(round).repeated(20));
}

QByteArray windowState(int round)
{
    return QByteArray(QByteArray::number(round) + '\0').repeated(2000);
}

} // namespace writtenround
