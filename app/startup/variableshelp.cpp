// SPDX-License-Identifier: Apache-2.0
#include "startup/variableshelp.h"

#include "startup/textcolumns.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace startup {

namespace {

struct VariablesHelpText
{
    Q_DECLARE_TR_FUNCTIONS(startup::VariablesHelp)
};

} // namespace

QList<KnownVariables> knownVariables()
{
    return {
        {{u"MONGODB_ATLAS_CLIENT_ID"_s, u"MONGODB_ATLAS_CLIENT_SECRET"_s},
         VariablesHelpText::tr("A service account.")},
        {{u"MONGODB_ATLAS_PUBLIC_API_KEY"_s, u"MONGODB_ATLAS_PRIVATE_API_KEY"_s},
         VariablesHelpText::tr("An API key.")},
        {{u"MONGODB_ATLAS_PUBLIC_KEY"_s, u"MONGODB_ATLAS_PRIVATE_KEY"_s},
         VariablesHelpText::tr("An API key, in the variables that Terraform uses.")},
        {{u"MONGODB_ATLAS_AUTH_TYPE"_s},
         VariablesHelpText::tr("service_account or api_keys, as for the Atlas CLI.")},
        {{u"MONGODB_ATLAS_OPS_MANAGER_URL"_s, u"MONGODB_ATLAS_BASE_URL"_s},
         VariablesHelpText::tr("The base URL of Atlas.")},
        {{u"MONGODB_ATLAS_SERVICE"_s},
         VariablesHelpText::tr("cloud (default) or cloudgov (Atlas for Government).")},
        {{u"MONGODB_ATLAS_PROJECT_ID"_s},
         VariablesHelpText::tr("The project that the window opens. Commands do not use it: see "
                               "--project.")},
        {{u"MCLI_…"_s},
         VariablesHelpText::tr("Used instead of MONGODB_ATLAS_… if any variable begins with "
                               "MCLI.")},
        {{u"https_proxy"_s, u"all_proxy"_s, u"no_proxy"_s},
         VariablesHelpText::tr("The proxy, and the hosts to reach without one.")},
    };
}

QString variablesHelp()
{
    QString help = u'\n' + VariablesHelpText::tr("Environment variables:") + u'\n';
    const QList<KnownVariables> groups = knownVariables();
    for (const KnownVariables &group : groups)
        help += wrapped(group.names.join(u", "_s), 2) + wrapped(group.meaning, 6);
    return help;
}

} // namespace startup
